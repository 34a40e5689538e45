package dev.blackstart.journal;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.NotNull;

import org.erdtman.jcs.JsonCanonicalizer;
import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.web.Json;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.logging.Log;

/**
 * One thing that happened: never updated, never deleted. {@code hash = sha256(hash before + "\n" + canonical text)}, the
 * canonical
 * text (RFC 8785) being the object of exercise, seq, at (to microseconds), clock, type, actor, audience and data.
 */
@Entity
@Immutable
@IdClass(JournalEntry.Key.class)
public class JournalEntry extends PanacheEntityBase {

    /** What stands in the place of the hash before the first entry. */
    public static final String GENESIS = "0".repeat(64);

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

    @NotNull
    public String hash;

    @Transient
    private JournalEvent event;

    protected JournalEntry() {
    }

    JournalEntry(JournalHead head, Instant at, JournalEvent event, String actor, Audience audience) {
        this.exerciseId = head.journalId();
        this.seq = head.lastSeq() + 1;
        this.at = at;
        this.clock = head.clockText(at);
        this.type = event.type();
        this.actor = actor;
        this.audience = audience.text();
        this.data = EventJson.write(event).toString();
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
        try {
            return EventJson.tree(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entry " + seq + " of " + exerciseId + " holds no JSON", impossible);
        }
    }

    /** The hash this entry must have behind a given one. */
    String hashAfter(String previous) {
        return sha256(previous + "\n" + canonicalText());
    }

    private String canonicalText() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("exercise", exerciseId.toString()).put("seq", seq)
                .put("at", Json.text(at)).put("clock", clock).put("type", type).put("actor", actor).put("audience", audience);
        whole.set("data", data());
        try {
            return new JsonCanonicalizer(whole.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("an entry has no canonical text", impossible);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
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
