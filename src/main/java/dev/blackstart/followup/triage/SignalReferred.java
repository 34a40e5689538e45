package dev.blackstart.followup.triage;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** A weak signal that resembles dismissed ones goes to a reader outside the team. @param reader person key */
public record SignalReferred(String finding, @Personal String reader) implements JournalEvent {

    public static final String TYPE = "signal-referred";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Weak signal given to a reader outside the team");
    }
}
