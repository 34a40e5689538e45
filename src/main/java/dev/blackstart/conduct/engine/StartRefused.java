package dev.blackstart.conduct.engine;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/** Fired inside the transaction: the time of an exercise that starts by itself came, and it did not. */
public record StartRefused(Exercise exercise, String advice, Instant at) {
}
