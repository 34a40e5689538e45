package dev.blackstart.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the record, in the transaction of the change it tells. */
@ApplicationScoped
public class Journal {

    /** What the platform did by itself. */
    public static final String PLATFORM = "blackstart";

    /** Whoever did not want to be named. */
    public static final String ANONYMOUS = "anonymous";

    private final Event<Appended> appended;
    private final ObjectMapper mapper;

    Journal(Event<Appended> appended, ObjectMapper mapper) {
        this.appended = appended;
        this.mapper = mapper;
    }

    /** Fired inside the transaction; observe it after success. */
    public record Appended(UUID exercise, long seq, String type, String hash) {
    }

    /**
     * Appends an entry; the caller holds the head row's lock.
     *
     * @param data small facts: texts, numbers, trees; null values are left out
     */
    public JournalEntry append(JournalHead head, Instant at, String type, String actor, Audience audience,
            Map<String, ?> data) {
        ObjectNode facts = mapper.createObjectNode();
        data.forEach((name, value) -> {
            if (value != null) {
                facts.set(name, mapper.valueToTree(value));
            }
        });
        JournalEntry entry = new JournalEntry(head, at, type, actor, audience, facts);
        entry.persist();
        head.advance(entry.seq, entry.hash);
        appended.fire(new Appended(entry.exerciseId, entry.seq, entry.type, entry.hash));
        return entry;
    }
}
