/** Pages and API of the outbox, and of the contact methods that each person tests. */
package dev.blackstart.notify.page;
