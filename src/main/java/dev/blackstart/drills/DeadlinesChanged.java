package dev.blackstart.drills;

import dev.blackstart.exercise.Exercise;

/** Fired inside the transaction that changed an exercise's faults: its next due instant may be another one. */
public record DeadlinesChanged(Exercise exercise) {
}
