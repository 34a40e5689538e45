package dev.blackstart.drills.impact;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** What was seen of a failure mode. @param mode its key @param outcome one of {@link FailureModeObservation#OUTCOMES} */
public record FailureModeObserved(String mode, @FreeText String text, String outcome, @FreeText String observed)
        implements
            JournalEvent {

    public static final String TYPE = "failure-mode-observed";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Failure mode " + outcome.replace('-', ' ') + ": " + text);
    }
}
