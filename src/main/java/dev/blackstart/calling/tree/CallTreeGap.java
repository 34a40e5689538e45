package dev.blackstart.calling.tree;

import java.time.Instant;
import java.util.UUID;

import dev.blackstart.exercise.Exercise;

/**
 * Calling showed something that is wrong: a branch that nobody answers for, a number that is not theirs. Fired inside the
 * transaction that holds the head row's lock, so that a finding can be proposed.
 *
 * @param itemId the item of the timeline that called; null where somebody did by hand
 * @param text for everybody on the roster, one day: it names no key of the plan
 */
public record CallTreeGap(Exercise exercise, UUID itemId, String text, Instant at) {
}
