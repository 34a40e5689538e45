package dev.blackstart.findings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** What somebody noticed, raw. Its id is made by whoever logs it, so that sending it twice logs it once. */
@Entity
@Immutable
public class Finding extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public String text;

    /** The contract's word, or null. */
    public String kind;

    /** {@code sev1} … {@code sev4}, or null. */
    public String severity;

    /** Timeline item it belongs to, or null; shown to those who may see the item. */
    public UUID itemId;

    /** Drill it belongs to, or null; shown to those who may see the drill. */
    public UUID drillId;

    /** When it was seen, which may be before it was logged. */
    @NotNull
    public Instant observedAt;

    /** What the exercise clock showed then, in microseconds. */
    public long observedClock;

    /** Person key; null where somebody did not want to be named. */
    public String author;

    protected Finding() {
    }

    Finding(UUID id, UUID exerciseId, Content content, Instant observedAt, long observedClock, String author, Instant at) {
        super(id, at);
        this.exerciseId = exerciseId;
        this.text = content.text();
        this.kind = content.kind();
        this.severity = content.severity();
        this.itemId = content.itemId();
        this.drillId = content.drillId();
        this.observedAt = observedAt;
        this.observedClock = observedClock;
        this.author = author;
    }

    /** What makes two findings the same, beside who and when. */
    record Content(String text, String kind, String severity, UUID itemId, UUID drillId) {
    }

    boolean says(UUID exercise, Content content, String by) {
        return exerciseId.equals(exercise) && Objects.equals(author, by)
                && new Content(text, kind, severity, itemId, drillId).equals(content);
    }

    /** Newest first, after one already seen (or null). */
    static List<Finding> of(UUID exerciseId, Finding after, int limit) {
        return after == null
                ? Finding.<Finding> find("exerciseId = ?1 order by createdAt desc, id", exerciseId).range(0, limit - 1).list()
                : Finding.<Finding> find(
                        "exerciseId = ?1 and (createdAt < ?2 or createdAt = ?2 and id > ?3) order by createdAt desc, id",
                        exerciseId, after.createdAt, after.id).range(0, limit - 1).list();
    }
}
