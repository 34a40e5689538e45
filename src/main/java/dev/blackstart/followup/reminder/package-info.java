/** Reminds people of actions: a weekly digest, and escalation of what is overdue; may use actions, defects, notify. */
package dev.blackstart.followup.reminder;
