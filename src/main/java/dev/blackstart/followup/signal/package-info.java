/** Weak signals and those who found them: what became of one, and their objection; may use findings, notify. */
package dev.blackstart.followup.signal;
