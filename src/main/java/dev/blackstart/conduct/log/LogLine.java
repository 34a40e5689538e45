package dev.blackstart.conduct.log;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.web.Texts;

/**
 * A journal entry in a line, as control staff read it. {@code key} is its number, {@code entry} names the tone, {@code icon}
 * the kind.
 *
 * @param withdrawn the person who wrote it has withdrawn it
 */
public record LogLine(long key, String clock, String icon, String entry, LogSentence said, String by, boolean withdrawn) {

    static LogLine of(JournalEntry entry, LogContext context, String by, boolean withdrawn) {
        JournalEvent event = entry.event();
        return new LogLine(entry.seq, Texts.clock(entry.clock), event.icon(), event.tone(), event.describe(context), by,
                withdrawn);
    }
}
