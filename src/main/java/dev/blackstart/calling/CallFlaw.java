package dev.blackstart.calling;

import java.time.Instant;

import dev.blackstart.planning.Exercise;

/**
 * Calling showed something that is wrong: a branch that nobody answers for, a number that is not theirs. Fired inside the
 * transaction that holds the head row's lock, so that a finding can be proposed.
 */
public record CallFlaw(Exercise exercise, String text, Instant at) {
}
