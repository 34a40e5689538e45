package dev.blackstart.review.subscription;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/**
 * The address under which one person reads the feed of reports. Of its token only a hash is kept; without one it is revoked.
 */
@Entity
public class ReportFeed extends BaseEntity {

    /** Person key. */
    @NotNull
    public String person;

    /** SHA-256 in hexadecimal; null while it is revoked. */
    public String tokenHash;

    /** When this token was made. */
    public Instant madeAt;

    /** When it was last read. */
    public Instant readAt;

    protected ReportFeed() {
    }

    ReportFeed(String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.person = person;
    }

    static ReportFeed of(String person) {
        return find("person", person).firstResult();
    }

    /** Null for a token nobody has. */
    static ReportFeed reading(String tokenHash) {
        return find("tokenHash", tokenHash).firstResult();
    }

    /** The token before opens nothing any more. */
    void renew(String newHash, Instant at) {
        tokenHash = newHash;
        madeAt = at;
        readAt = null;
    }

    void revoke() {
        tokenHash = null;
    }

    /** Its reader sees when; two readings at once are one. */
    static void read(UUID id, Instant at) {
        update("readAt = ?1 where id = ?2", at, id);
    }
}
