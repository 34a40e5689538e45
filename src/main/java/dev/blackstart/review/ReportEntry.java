package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.ObservedEvent;

/** A journal entry, read once for all chapters. */
record ReportEntry(Instant at, Duration clock, JournalEvent event, String actor) {

    static ReportEntry of(JournalEntry entry) {
        return new ReportEntry(entry.at, Duration.parse(entry.clock), entry.event(), entry.actor);
    }

    boolean is(Class<?> kind) {
        return kind.isInstance(event);
    }

    /** As if it had been told when it was seen. */
    ReportEntry seen() {
        return event instanceof ObservedEvent observed && observed.observedClock() != null
                ? new ReportEntry(observed.observedAt(), observed.observedClock(), event, actor)
                : this;
    }
}
