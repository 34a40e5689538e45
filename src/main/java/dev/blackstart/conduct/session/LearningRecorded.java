package dev.blackstart.conduct.session;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** A session learned something: a habit to keep or to start. */
public record LearningRecorded(@FreeText String text) implements JournalEvent {

    public static final String TYPE = "learning-recorded";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Learned: " + (text == null ? "" : text));
    }

    @Override
    public String icon() {
        return "note";
    }
}
