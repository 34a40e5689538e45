/** Entries that have a key and that files hold: people, teams and systems, checked, written and recorded. */
package dev.blackstart.directory.entry;
