package dev.blackstart.exercise.confirmation;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** An act that takes two people was asked for, or confirmed. */
public sealed interface ConfirmationEvent extends JournalEvent {

    /** start, resume, or the key of a drill. */
    String of();

    @Override
    default String icon() {
        return "decision";
    }

    record SecondPersonRequested(String of, @FreeText String words, @FreeText String reason) implements ConfirmationEvent {
        public static final String TYPE = "second-person-requested";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Waiting for a second person: " + words + because());
        }
    }

    record SecondPersonConfirmed(String of, @FreeText String words) implements ConfirmationEvent {
        public static final String TYPE = "second-person-confirmed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Confirmed: " + words);
        }
    }
}
