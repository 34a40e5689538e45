package dev.blackstart.conduct;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/** An exercise is about to be closed. Fired inside the transaction that holds the head row's lock. */
public record ExerciseClosing(Exercise exercise, String actor, Instant at) {
}
