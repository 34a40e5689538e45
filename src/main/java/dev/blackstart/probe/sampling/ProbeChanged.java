package dev.blackstart.probe.sampling;

import dev.blackstart.exercise.Exercise;

/**
 * A probe changed its state. Fired inside the transaction that holds the head row's lock, after it was journaled.
 *
 * @param sample the first of the new state
 * @param first nothing was known of the probe before
 */
public record ProbeChanged(Exercise exercise, Probe probe, Sample sample, boolean first) {
}
