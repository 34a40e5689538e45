/** Measurements with a tolerance and their samples: one prober per type, found by CDI; may use exercise and target. */
package dev.blackstart.probe;
