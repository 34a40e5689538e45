package dev.blackstart.exercise.attendance;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** Somebody is here. @param person key; the actor is who recorded it */
public record PersonCheckedIn(@Personal String person) implements JournalEvent {

    public static final String TYPE = "person-checked-in";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Checked in: " + context.person(person));
    }
}
