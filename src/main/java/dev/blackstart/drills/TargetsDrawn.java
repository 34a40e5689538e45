package dev.blackstart.drills;

import java.util.List;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/**
 * Which of a drill's targets its fault will touch.
 *
 * @param seed hexadecimal; the same seed and targets draw the same again
 * @param from keys of systems, in the plan's order
 */
public record TargetsDrawn(String drill, @FreeText String title, String seed, List<String> from, List<String> drawn)
        implements
            JournalEvent {

    public static final String TYPE = "targets-drawn";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Drawn for %s: %s, %d of %d targets".formatted(title == null ? drill : title,
                String.join(", ", drawn), drawn.size(), from.size()));
    }
}
