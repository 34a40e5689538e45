/** What each team gets ready before an exercise: its items, their states, files and reminders. */
package dev.blackstart.preparation.checklist;
