/** Runbook steps as people do them on the day: ticked, timed, and why they deviate. */
package dev.blackstart.drills.runbook;
