package dev.blackstart.conduct;

import java.time.Instant;

import dev.blackstart.conduct.ExerciseEvent.ReasonGiven;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;

/**
 * Everybody sees that the clock was paused or ended; the reason goes to control staff only, because it may name future items.
 */
public final class Reasons {

    private Reasons() {
    }

    public static void tell(Journal journal, Exercise exercise, String act, String reason, String actor, Instant at) {
        if (reason != null && !reason.isBlank()) {
            journal.append(exercise, at, new ReasonGiven(act, reason), actor, Audience.CONTROL);
        }
    }
}
