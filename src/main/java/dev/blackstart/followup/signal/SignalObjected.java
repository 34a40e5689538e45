package dev.blackstart.followup.signal;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** Whoever found a weak signal objects to what became of it; it is looked at again. */
public record SignalObjected(String finding, @FreeText String reason) implements JournalEvent {

    public static final String TYPE = "signal-objected";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("The finder of a weak signal objects" + because());
    }
}
