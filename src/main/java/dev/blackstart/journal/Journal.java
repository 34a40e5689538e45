package dev.blackstart.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Writes the record, in the transaction of the change it tells. */
@ApplicationScoped
public class Journal {

    /** What the platform did by itself. */
    public static final String PLATFORM = "blackstart";

    /** Whoever did not want to be named. */
    public static final String ANONYMOUS = "anonymous";

    /** What has taken the place of an erased value. */
    public static final String ERASED = "erased";

    private final Event<Appended> appended;
    private final RandomGenerator random = new SecureRandom();

    Journal(Event<Appended> appended) {
        this.appended = appended;
    }

    /** Fired inside the transaction; observe it after success. */
    public record Appended(UUID exercise, long seq, String type, String hash) {
    }

    /** Appends what happened; the caller holds the head row's lock. */
    public JournalEntry append(JournalHead head, Instant at, JournalEvent event, String actor, Audience audience) {
        JournalEntry entry = new JournalEntry(head, at, event, actor, audience, random);
        entry.persist();
        head.advance(entry.seq, entry.hash);
        appended.fire(new Appended(entry.exerciseId, entry.seq, entry.type, entry.hash));
        return entry;
    }

    /**
     * Erases a person from every journal, values and salts; what is left are digests, so that verification still holds.
     *
     * @return how many entries were about them
     */
    @Transactional
    public int erase(String person, Erasure extent) {
        int erased = 0;
        for (JournalEntry entry : JournalEntry.mentioning(person)) {
            if (entry.erase(person, extent)) {
                entry.writeErased();
                erased++;
            }
        }
        return erased;
    }
}
