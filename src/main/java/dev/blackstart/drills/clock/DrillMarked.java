package dev.blackstart.drills.clock;

import java.time.Instant;

import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;

/**
 * Somebody or something marked a clock of a drill. Fired inside the transaction that holds the head row's lock, after it was
 * journaled.
 *
 * @param at when it was recorded
 */
public record DrillMarked(Exercise exercise, Drill drill, DrillClock clock, Instant at) {
}
