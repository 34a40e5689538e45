package dev.blackstart.drills.signal;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** Whether an alert helped. @param drill its key @param rating one of {@link AlertRating#WORDS} */
public record AlertRated(String drill, String alert, @FreeText String name, String source, String rating)
        implements
            JournalEvent {

    public static final String TYPE = "alert-rated";

    @Override
    public LogSentence describe(LogContext context) {
        String words = switch (rating) {
            case "led-there" -> "led to the cause";
            case "misled" -> "misled";
            default -> "was noise";
        };
        return LogSentence.of("Alert " + name + " " + words);
    }
}
