/** Alerts that a drill expects: whether they came, what is proposed where they did not, and whether alerts helped. */
package dev.blackstart.drills.signal;
