/** Drills of an exercise, their faults and reverts, one subpackage per driver; may use exercise. */
package dev.blackstart.drills;
