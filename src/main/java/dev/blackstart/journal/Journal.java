package dev.blackstart.journal;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Writes the record, in the transaction of the change it tells. */
@ApplicationScoped
public class Journal {

    /** What the platform did by itself. */
    public static final String PLATFORM = "blackstart";

    /** Whoever did not want to be named. */
    public static final String ANONYMOUS = "anonymous";

    private final Event<Appended> appended;

    Journal(Event<Appended> appended) {
        this.appended = appended;
    }

    /** Fired inside the transaction; observe it after success. */
    public record Appended(UUID exercise, long seq, String type, String hash) {
    }

    /** Appends what happened; the caller holds the head row's lock. */
    public JournalEntry append(JournalHead head, Instant at, JournalEvent event, String actor, Audience audience) {
        JournalEntry entry = new JournalEntry(head, at, event, actor, audience);
        entry.persist();
        head.advance(entry.seq, entry.hash);
        appended.fire(new Appended(entry.exerciseId, entry.seq, entry.type, entry.hash));
        return entry;
    }
}
