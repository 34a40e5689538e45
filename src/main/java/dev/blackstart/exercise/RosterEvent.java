package dev.blackstart.exercise;

import java.time.Duration;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** Somebody got a role, or gave it up. */
public sealed interface RosterEvent extends JournalEvent {

    String person();

    String role();

    /** Position on the exercise clock; null from the beginning. */
    default Duration from() {
        return null;
    }

    /** Position on the exercise clock; null for open end. */
    Duration until();

    @Override
    default LogSentence describe(LogContext context) {
        return LogSentence.of(LogSentence.words(type()) + ": " + context.person(person()) + ", " + role());
    }

    /** @param override why somebody seated themselves as control staff; else null */
    record PersonSeated(@Personal String person, String role, Duration from, Duration until, @FreeText String override)
            implements
                RosterEvent {
        public static final String TYPE = "roster-changed";
    }

    record DirectionTakenOver(@Personal String person, String role, Duration from, Duration until) implements RosterEvent {
        public static final String TYPE = "direction-taken-over";
    }

    record RoleHandedOver(@Personal String person, String role, Duration from, Duration until) implements RosterEvent {
        public static final String TYPE = "handover";

        @Override
        public String icon() {
            return "handover";
        }
    }

    record SeatEnded(@Personal String person, String role, Duration until) implements RosterEvent {
        public static final String TYPE = "seat-ended";
    }
}
