package dev.blackstart.probe.sampling;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/**
 * A probe changed its state. Fired inside the transaction that holds the head row's lock, after it was journaled.
 *
 * @param before its state until then; unknown where this was the first sample
 * @param sample the first of the new state
 * @param at when it was recorded
 */
public record ProbeChanged(Exercise exercise, Probe probe, ProbeState before, Sample sample, Instant at) {

    /** It left its tolerance, or was outside from the beginning. */
    public boolean isBreach() {
        return !sample.inside();
    }

    /** It was outside and is inside again. */
    public boolean isReturn() {
        return sample.inside() && before == ProbeState.OUTSIDE;
    }
}
