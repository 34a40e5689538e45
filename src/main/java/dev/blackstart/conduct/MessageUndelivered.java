package dev.blackstart.conduct;

import java.util.List;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** People could not be reached outside the page. @param item key of the message's item; null for other messages */
public record MessageUndelivered(String item, @Personal List<String> people, List<String> channels,
        @FreeText String reason) implements JournalEvent {

    public static final String TYPE = "message-undelivered";

    @Override
    public LogSentence describe(LogContext context) {
        LogSentence.Link link = context.item(item);
        return new LogSentence("Could not be reached: " + context.people(people) + (link == null ? "" : ", for "), link,
                because());
    }

    @Override
    public String icon() {
        return "warning";
    }
}
