/** The pages and the API of plans; may use importing and reading. */
package dev.blackstart.catalogue.page;
