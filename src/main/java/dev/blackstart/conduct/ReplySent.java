package dev.blackstart.conduct;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** Somebody answered a message. @param message id of its item @param subject of the message, or null */
public record ReplySent(String message, @FreeText String subject, @FreeText String text) implements JournalEvent {

    public static final String TYPE = "reply";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Reply" + (subject == null ? ": " : " to “" + subject + "”: ") + (text == null ? "" : text));
    }

    @Override
    public String icon() {
        return "message";
    }

    @Override
    public String tone() {
        return "message";
    }
}
