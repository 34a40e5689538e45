package dev.blackstart.probe;

import java.time.Duration;
import java.time.Instant;

/**
 * One measurement.
 *
 * @param at when it began
 * @param inside whether it is inside its tolerance; no answer is outside
 * @param value what was measured, for people and charts; null without an answer
 * @param latency until the answer, or until it was given up
 * @param message why it is outside; null inside
 */
public record Reading(Instant at, boolean inside, String value, Duration latency, String message) {
}
