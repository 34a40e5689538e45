package dev.blackstart.drills;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** What a drill showed. @param result key of a {@link DrillResult} */
public record DrillJudged(String drill, @FreeText String title, String result, @FreeText String reason)
        implements
            JournalEvent {

    public static final String TYPE = "drill-result";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Result of " + (title == null ? drill : title) + ": " + result + because());
    }

    @Override
    public String icon() {
        return LogSentence.resultIcon(result);
    }
}
