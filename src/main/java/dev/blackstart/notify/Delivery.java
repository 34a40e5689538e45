package dev.blackstart.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** One message on its way to one person; its id is the stable message id under which it may arrive more than once. */
@Entity
public class Delivery extends BaseEntity {

    static final int TRIES = 8;

    /** Null for what belongs to no exercise. */
    public UUID exerciseId;

    /** What it is about: a timeline item, a contact attempt, an entry of preparation; null for what the platform tells. */
    public UUID aboutId;

    /** Person key. */
    @NotNull
    public String person;

    /** The way's key. */
    @NotNull
    public String way;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.WAITING;

    public int tries;

    /** When it is tried next, or when a try under way is given up; null when all is said. */
    public Instant nextAt;

    public Instant sentAt;

    public String subject;

    @NotNull
    public String text;

    /** Why the last try failed. */
    public String failure;

    protected Delivery() {
    }

    Delivery(Letter letter, String person, String way, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = letter.exerciseId();
        this.aboutId = letter.aboutId();
        this.person = person;
        this.way = way;
        this.subject = letter.subject();
        this.text = letter.text();
        this.nextAt = letter.dry() ? null : at;
        this.state = letter.dry() ? State.DRY : State.WAITING;
    }

    /** Where it has come. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        /** A rehearsal's: recorded, not sent. */
        DRY,
        /** No longer needed before it left. */
        RECALLED
    }

    /** The next one that may be tried, locked, passing over those that others hold; null when none is due. */
    static Delivery claim(Instant now) {
        return Delivery.<Delivery> find("nextAt <= ?1 order by nextAt", now).withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2).firstResult();
    }

    static Instant nextDue() {
        return getEntityManager().createQuery("select min(d.nextAt) from Delivery d", Instant.class).getSingleResult();
    }

    /** About one thing, by person. */
    public static List<Delivery> about(UUID id) {
        return list("aboutId = ?1 order by person, createdAt", id);
    }

    void lease(Instant until) {
        tries++;
        nextAt = until;
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
        nextAt = null;
        failure = null;
    }

    /** Tried again later, twice as long each time, until it is given up. */
    void failed(String why, Instant at) {
        failure = why;
        if (tries >= TRIES) {
            state = State.FAILED;
            nextAt = null;
        } else {
            nextAt = at.plus(Duration.ofSeconds(1L << tries));
        }
    }
}
