package dev.blackstart.drills.impact;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** What a drill did to customers, as somebody states it. @param drill its key */
public record ImpactRecorded(String drill, @FreeText String title, Long customers, Long failedRequests,
        @FreeText String dataLost, String p99, @FreeText String experience) implements JournalEvent {

    public static final String TYPE = "impact-recorded";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Customer impact of " + (title == null ? drill : title)
                + (experience == null ? "" : ": " + experience));
    }
}
