package dev.blackstart.conduct;

import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** One audience received a message of the timeline. @param message id of the item @param text marked as exercise traffic */
public record MessageReceived(String message, @FreeText String from, @FreeText String subject, @FreeText String text)
        implements
            JournalEvent {

    public static final String TYPE = "message-received";

    @Override
    public String item() {
        return message;
    }

    /** Without the mark. */
    public String plainText() {
        return text == null ? "" : ExerciseMark.without(text);
    }

    @Override
    public LogSentence describe(LogContext context) {
        return context.item(message) == null
                ? LogSentence.of("Message delivered: " + (subject == null ? plainText() : subject))
                : context.about("Message delivered", message, "");
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
