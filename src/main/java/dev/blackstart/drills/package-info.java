/** Drills of an exercise, their faults and reverts; may use exercise, driver, probe. */
package dev.blackstart.drills;
