/** Drills of an exercise, their faults and reverts; may use exercise, driver, probe, alerting. */
package dev.blackstart.drills;
