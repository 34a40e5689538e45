package dev.blackstart.exercise;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;

/** An exercise was made of a plan, got a date, or lost it. */
public sealed interface ScheduleEvent extends JournalEvent {

    Facts facts();

    @Override
    default String reason() {
        return facts().reason();
    }

    /** @param startsAt null without a date, and where even control staff may not know it */
    record Facts(String plan, int revision, String mode, String zone, Instant startsAt, @FreeText String reason) {
    }

    record ExerciseDrafted(@JsonUnwrapped Facts facts) implements ScheduleEvent {
        public static final String TYPE = "exercise-drafted";
    }

    record ExerciseScheduled(@JsonUnwrapped Facts facts) implements ScheduleEvent {
        public static final String TYPE = "exercise-scheduled";
    }

    record ExerciseMoved(@JsonUnwrapped Facts facts) implements ScheduleEvent {
        public static final String TYPE = "exercise-moved";
    }

    record ExerciseCancelled(@JsonUnwrapped Facts facts) implements ScheduleEvent {
        public static final String TYPE = "exercise-cancelled";
    }
}
