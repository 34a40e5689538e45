package dev.blackstart.journal;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.NotNull;

import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.web.Json;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.logging.Log;

/**
 * One thing that happened: never deleted, and never updated except by erasure. {@code hash = sha256(hash before + "\n" +
 * canonical text)}, the canonical text (RFC 8785) being the object of format, exercise, seq, at (to microseconds), clock, type,
 * actor, audience and data; what these say of people stands in it as digests, see {@link SaltedValues}.
 */
@Entity
@Immutable
@IdClass(JournalEntry.Key.class)
public class JournalEntry extends PanacheEntityBase {

    /** What stands in the place of the hash before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    private static final int FORMAT = 2;

    @Id
    public UUID exerciseId;

    @Id
    public long seq;

    @NotNull
    public Instant at;

    /** What the exercise clock showed, as duration text. */
    @NotNull
    public String clock;

    @NotNull
    public String type;

    /** A person's key, {@code anonymous}, or {@code blackstart} for what the platform did by itself. */
    @NotNull
    public String actor;

    @NotNull
    public String audience;

    /** A JSON object's text. */
    @NotNull
    public String data;

    /** By name of a salted value its salt, or its digest once it was erased: a JSON object's text. */
    @NotNull
    public String salts;

    @NotNull
    public String hash;

    @Transient
    private JournalEvent event;

    protected JournalEntry() {
    }

    JournalEntry(JournalHead head, Instant at, JournalEvent event, String actor, Audience audience, RandomGenerator random) {
        this.exerciseId = head.journalId();
        this.seq = head.lastSeq() + 1;
        this.at = at;
        this.clock = head.clockText(at);
        this.event = event;
        this.type = event.type();
        this.actor = actor;
        this.audience = audience.text();
        ObjectNode facts = EventJson.write(event);
        this.data = facts.toString();
        this.salts = SaltedValues.of(event, facts, audience, random).text();
        this.hash = hashAfter(head.lastHash());
    }

    /** In order, after a number; the order names the whole key, or H2 would read and sort all the rest of the journal. */
    public static List<JournalEntry> after(UUID exercise, long seq, int limit) {
        return find("exerciseId = ?1 and seq > ?2 order by exerciseId, seq", exercise, seq).range(0, limit - 1).list();
    }

    /** Its place. */
    public Key key() {
        Key key = new Key();
        key.exerciseId = exerciseId;
        key.seq = seq;
        return key;
    }

    /** What happened; of a type or with data that this version does not understand, nothing but its type. */
    public JournalEvent event() {
        if (event == null) {
            event = read();
        }
        return event;
    }

    private JournalEvent read() {
        Class<? extends JournalEvent> record = EventTypes.record(type);
        if (record == null) {
            return new UnknownEvent(type);
        }
        try {
            return EventJson.read(data, record);
        } catch (JsonProcessingException other) {
            Log.warnf(other, "The data of entry %d of %s is not what %s holds", seq, exerciseId, record.getSimpleName());
            return new UnknownEvent(type);
        }
    }

    /** Whether it holds such an event: a record, or one that implements an interface. */
    public boolean is(Class<?> kind) {
        return kind.isInstance(event());
    }

    /**
     * What happened, as a record or an interface that it implements. @throws ClassCastException for an entry of another type
     */
    public <E> E as(Class<E> kind) {
        return kind.cast(event());
    }

    /** Keys of the people whom it names. */
    public List<String> people() {
        return EventShape.of(event().getClass()).people(data()).values().stream().map(JsonNode::asText).toList();
    }

    /** As it is told outside; features read {@link #event()}. */
    public JsonNode data() {
        return tree(data);
    }

    /** With what the values of {@link #data()} and the columns are salted, for whoever verifies the hash elsewhere. */
    public JsonNode salts() {
        return tree(salts);
    }

    private ObjectNode tree(String json) {
        try {
            return (ObjectNode) EventJson.tree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entry " + seq + " of " + exerciseId + " holds no JSON", impossible);
        }
    }

    /** The hash this entry must have behind a given one. */
    String hashAfter(String previous) {
        return DigestUtils.sha256Hex(previous + "\n" + canonicalText());
    }

    private String canonicalText() {
        SaltedValues salted = new SaltedValues(tree(salts));
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("format", FORMAT)
                .put("exercise", exerciseId.toString()).put("seq", seq).put("at", Json.text(at)).put("clock", clock)
                .put("type", type);
        whole.set("actor", salted.column(SaltedValues.ACTOR, actor));
        whole.set("audience", salted.column(SaltedValues.AUDIENCE, audience));
        whole.set("data", salted.data(tree(data)));
        return CanonicalJson.of(whole);
    }

    /** Entries that may name a person, and perhaps some others. */
    static List<JournalEntry> mentioning(String person) {
        return list("actor = ?1 or audience = ?2 or locate(?1, data) > 0", person, Audience.person(person).text());
    }

    /** Whether there was anything to erase. */
    boolean erase(String person, Erasure extent) {
        SaltedValues salted = new SaltedValues(tree(salts));
        ObjectNode facts = tree(data);
        EventShape shape = EventShape.of(event().getClass());
        Set<String> gone = new TreeSet<>();
        shape.people(facts).forEach((pointer, key) -> {
            if (List.of(key.asText().split(" ")).contains(person)) {
                gone.add(pointer);
            }
        });
        if (extent == Erasure.KEY_AND_TEXTS && actor.equals(person)) {
            gone.addAll(shape.texts(facts).keySet());
        }
        gone.removeIf(pointer -> !salted.has(pointer));
        gone.forEach(pointer -> salted.erase(facts, pointer));
        boolean acted = actor.equals(person) && salted.has(SaltedValues.ACTOR);
        boolean read = audience.equals(Audience.person(person).text()) && salted.has(SaltedValues.AUDIENCE);
        if (acted) {
            salted.erase(SaltedValues.ACTOR, actor);
            actor = Journal.ERASED;
        }
        if (read) {
            salted.erase(SaltedValues.AUDIENCE, audience);
            audience = Audience.ERASED.text();
        }
        if (gone.isEmpty() && !acted && !read) {
            return false;
        }
        data = facts.toString();
        salts = salted.text();
        event = null;
        return true;
    }

    /**
     * Written around Hibernate, for which entries never change: it need not compare all that are loaded with each statement.
     */
    void writeErased() {
        getEntityManager().createNativeQuery("""
                update journal_entry set actor = ?1, audience = ?2, data = ?3, salts = ?4
                where exercise_id = ?5 and seq = ?6""").setFlushMode(FlushModeType.COMMIT).setParameter(1, actor)
                .setParameter(2, audience)
                .setParameter(3, data).setParameter(4, salts).setParameter(5, exerciseId).setParameter(6, seq)
                .executeUpdate();
    }

    /** Its place: which journal, which number. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public UUID exerciseId;
        public long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && seq == key.seq && Objects.equals(exerciseId, key.exerciseId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(exerciseId, seq);
        }
    }
}
