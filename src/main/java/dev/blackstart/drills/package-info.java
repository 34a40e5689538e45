/** Drills of an exercise, their faults and reverts, one subpackage per driver; may use planning. */
package dev.blackstart.drills;
