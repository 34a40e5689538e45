package dev.blackstart.testsupport;

import java.util.UUID;

import dev.blackstart.exercise.Exercise;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What the rows of a running exercise look like to an engine that was away for a time. */
public final class Outage {

    private Outage() {
    }

    public static void of(GameDay day, long seconds) {
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(UUID.fromString(day.id));
            exercise.clock.startedAt = exercise.clock.startedAt.minusSeconds(seconds);
            exercise.clock.resumedAt = exercise.clock.resumedAt.minusSeconds(seconds);
            exercise.nextDueAt = exercise.nextDueAt.minusSeconds(seconds);
        });
    }
}
