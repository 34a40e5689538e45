package dev.blackstart.drills.signal;

import java.time.Instant;

import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;

/**
 * An expected alert did not come. Fired inside the transaction that holds the head row's lock, so that a finding can be
 * proposed to control staff.
 *
 * @param text for everybody on the roster after ENDEX
 */
public record ExpectedAlertGap(Exercise exercise, Drill drill, String text, Instant at) {
}
