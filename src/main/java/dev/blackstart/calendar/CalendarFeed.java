package dev.blackstart.calendar;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** The address under which one person's calendar is read. Of its token only a hash is kept; without one it is revoked. */
@Entity
public class CalendarFeed extends BaseEntity {

    /** Person key. */
    @NotNull
    public String person;

    /** SHA-256 in hexadecimal; null while it is revoked. */
    public String tokenHash;

    /** When this token was made. */
    public Instant madeAt;

    /** When it was last read. */
    public Instant readAt;

    protected CalendarFeed() {
    }

    CalendarFeed(String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.person = person;
    }

    static CalendarFeed of(String person) {
        return find("person", person).firstResult();
    }

    /** Locked, so that it tells one thing after the other; null for a token nobody has. */
    static CalendarFeed reading(String tokenHash) {
        return CalendarFeed.<CalendarFeed> find("tokenHash", tokenHash).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** The token before is worth nothing any more. */
    void renew(String newHash, Instant at) {
        tokenHash = newHash;
        madeAt = at;
        readAt = null;
    }

    void revoke() {
        tokenHash = null;
    }

    void read(Instant at) {
        readAt = at;
    }
}
