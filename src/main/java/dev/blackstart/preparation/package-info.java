/** What teams do in the weeks before: items, their work and proof, reminders; may use planning, notify and what lies below. */
package dev.blackstart.preparation;
