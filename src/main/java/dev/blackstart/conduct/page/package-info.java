/** The pages and the API of one exercise; may use controlroom, item, reply and transition. */
package dev.blackstart.conduct.page;
