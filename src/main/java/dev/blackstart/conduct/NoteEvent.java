package dev.blackstart.conduct;

import java.time.Duration;
import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.ObservedEvent;

/** Somebody wrote a note into the record, or withdrew it. */
public sealed interface NoteEvent extends JournalEvent {

    /** Id of the note. */
    String note();

    /** @param observedAt when it was seen, where that was before; or null */
    record NoteWritten(String note, @FreeText String text, Instant observedAt, Duration observedClock)
            implements
                NoteEvent,
                ObservedEvent {
        public static final String TYPE = "note";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(text == null ? "" : text);
        }

        @Override
        public String icon() {
            return "note";
        }
    }

    /** The line of the note itself is struck through. */
    record NoteWithdrawn(String note) implements NoteEvent {
        public static final String TYPE = "note-withdrawn";

        @Override
        public boolean inLog() {
            return false;
        }
    }
}
