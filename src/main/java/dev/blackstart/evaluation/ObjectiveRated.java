package dev.blackstart.evaluation;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** How an objective was shown. @param objective its key @param rating key of a {@link Rating} */
public record ObjectiveRated(String objective, String rating, @FreeText String sentence) implements JournalEvent {

    public static final String TYPE = "objective-rated";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Rated " + rating + ": " + objective);
    }

    @Override
    public String icon() {
        return "expectation";
    }
}
