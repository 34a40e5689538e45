package dev.blackstart.journal;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.validation.constraints.NotNull;

import org.apache.commons.codec.digest.DigestUtils;
import org.erdtman.jcs.JsonCanonicalizer;
import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.web.Json;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

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

    private static final ObjectMapper MAPPER = new ObjectMapper();

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

    protected JournalEntry() {
    }

    JournalEntry(JournalHead head, Instant at, String type, String actor, Audience audience, ObjectNode data) {
        this.exerciseId = head.journalId();
        this.seq = head.lastSeq() + 1;
        this.at = at;
        this.clock = head.clockText(at);
        this.type = type;
        this.actor = actor;
        this.audience = audience.text();
        this.data = data.toString();
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

    /** As it may be read: without what earlier versions wrote of other exercises. */
    public JsonNode data() {
        return EarlierEntries.readable(type, stored());
    }

    private JsonNode stored() {
        try {
            return MAPPER.readTree(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entry " + seq + " of " + exerciseId + " holds no JSON", impossible);
        }
    }

    /** The hash this entry must have behind a given one. */
    String hashAfter(String previous) {
        return DigestUtils.sha256Hex(previous + "\n" + canonicalText());
    }

    private String canonicalText() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("exercise", exerciseId.toString()).put("seq", seq)
                .put("at", Json.text(at)).put("clock", clock).put("type", type).put("actor", actor).put("audience", audience);
        whole.set("data", stored());
        try {
            return new JsonCanonicalizer(whole.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("an entry has no canonical text", impossible);
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
