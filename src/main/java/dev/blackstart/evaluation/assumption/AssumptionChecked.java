package dev.blackstart.evaluation.assumption;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** An assumption was checked. @param assumption its key @param outcome one of {@link AssumptionCheck#OUTCOMES} */
public record AssumptionChecked(String assumption, @FreeText String text, String outcome, @FreeText String note)
        implements
            JournalEvent {

    public static final String TYPE = "assumption-checked";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Assumption " + outcome.replace('-', ' ') + ": " + text);
    }
}
