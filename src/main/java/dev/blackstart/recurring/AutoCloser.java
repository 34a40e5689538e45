package dev.blackstart.recurring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Runs in which nobody noticed anything close themselves, a while after they ended or as soon as nothing hinders them. */
@ApplicationScoped
class AutoCloser {

    private final ExerciseTransitions exerciseTransitions;
    private final Duration after;
    private final Clock clock;

    AutoCloser(ExerciseTransitions exerciseTransitions, RecurringConfig config, Clock clock) {
        this.exerciseTransitions = exerciseTransitions;
        this.after = config.closeAfter();
        this.clock = clock;
    }

    /** One that fails keeps no other from closing. */
    void tend() {
        Instant now = clock.instant();
        for (UUID quiet : QuarkusTransaction.requiringNew().call(() -> PendingClosure.candidates(now.minus(after), now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> close(quiet));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "Exercise %s could not be closed; it is tried again in an hour", quiet);
                putOff(quiet);
            }
        }
    }

    /** So that however many fail, the others have their turn. */
    private void putOff(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> PendingClosure.seen(Exercise.lock(id), clock.instant()));
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Nor could exercise %s be put off; it is tried again in a moment", id);
        }
    }

    /** Two at once close it once: the second waits for its head row. */
    void close(UUID id) {
        Exercise exercise = exerciseTransitions.closeByItself(id);
        if (exercise.state == ExerciseState.ENDED) {
            PendingClosure.seen(exercise, clock.instant());
        } else {
            PendingClosure.deleteById(id);
        }
    }
}
