/** What teams do in the weeks before: items, their work and proof, reminders; may use exercise, notify and what lies below. */
package dev.blackstart.preparation;
