package dev.blackstart.drills;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/** Fired inside the transaction that holds the head row's lock, so that whoever waits for the fault goes on with it. */
public record FaultChanged(Exercise exercise, Drill drill, FaultEvent event, String actor, Instant at) {
}
