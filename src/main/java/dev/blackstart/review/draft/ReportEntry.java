package dev.blackstart.review.draft;

import java.time.Duration;
import java.time.Instant;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.ObservedEvent;

/** A journal entry, read once for all chapters. */
public record ReportEntry(Instant at, Duration clock, JournalEvent event, String actor) {

    public static ReportEntry of(JournalEntry entry) {
        return new ReportEntry(entry.at, Duration.parse(entry.clock), entry.event(), entry.actor);
    }

    public boolean is(Class<?> kind) {
        return kind.isInstance(event);
    }

    /** As if it had been told when it was seen. */
    public ReportEntry seen() {
        return event instanceof ObservedEvent observed && observed.observedClock() != null
                ? new ReportEntry(observed.observedAt(), observed.observedClock(), event, actor)
                : this;
    }
}
