/** Measures the probes of exercises through conduct and keeps the samples; may use probe, exercise and journal. */
package dev.blackstart.probe.sampling;
