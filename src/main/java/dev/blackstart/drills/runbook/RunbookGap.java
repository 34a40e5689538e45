package dev.blackstart.drills.runbook;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/**
 * A step of a runbook no longer fits. Fired inside the transaction that holds the head row's lock, so that a finding can be
 * proposed.
 */
public record RunbookGap(Exercise exercise, String text, Instant at) {
}
