package dev.blackstart.recurring;

import dev.blackstart.journal.JournalEvent;

/** The next exercise of a recurring plan got its date. @param every duration text @param random drawn within its window */
public record OccurrenceScheduled(String every, boolean random) implements JournalEvent {

    public static final String TYPE = "occurrence-scheduled";
}
