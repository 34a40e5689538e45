package dev.blackstart.exercise.concern;

import java.util.UUID;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** A concern about the plan was raised or answered before the exercise began. */
public sealed interface ConcernEvent extends JournalEvent {

    UUID concern();

    record ConcernRaised(UUID concern, @FreeText String text) implements ConcernEvent {
        public static final String TYPE = "concern-raised";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Concern: " + text);
        }
    }

    record ConcernAnswered(UUID concern, @FreeText String text) implements ConcernEvent {
        public static final String TYPE = "concern-answered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Concern answered: " + text);
        }
    }
}
