package dev.blackstart.drills.clock;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/**
 * Somebody or something says when a clock of a drill stopped.
 *
 * @param drill its key
 * @param clock key of a {@link DrillClock}
 * @param markedAt when it happened
 * @param source key of a {@link MarkSource}
 */
public record ClockMarked(String drill, @FreeText String title, String clock, Instant markedAt, String source,
        @FreeText String basis, String how, String path, String extent) implements JournalEvent {

    public static final String TYPE = "clock-marked";

    static ClockMarked of(String drill, String title, Mark mark) {
        return new ClockMarked(drill, title, mark.clock().key(), mark.at(), mark.source().key(), mark.basis(), mark.how(),
                mark.path(), mark.extent());
    }

    /** @param author who wrote the entry */
    public Mark mark(String author) {
        return new Mark(DrillClock.of(clock), markedAt, MarkSource.valueOf(source.toUpperCase()), author, basis, how, path,
                extent);
    }

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of(DrillClock.of(clock).word() + ": " + (title == null ? drill : title)
                + (basis == null ? "" : ", " + basis));
    }

    @Override
    public String icon() {
        return "clock";
    }

    @Override
    public String tone() {
        return "moment";
    }
}
