package dev.blackstart.review.subscription;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** One person was told of one revision of a published report. */
@Entity
@Immutable
class ReportNotice extends BaseEntity {

    @NotNull
    UUID exerciseId;

    int revision;

    /** Person key. */
    @NotNull
    String person;

    /** SHA-256 in hexadecimal of the token that ends the subscription; null where no mail was sent. */
    String unsubscribeHash;

    protected ReportNotice() {
    }

    ReportNotice(UUID exerciseId, int revision, String person, String unsubscribeHash, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.revision = revision;
        this.person = person;
        this.unsubscribeHash = unsubscribeHash;
    }

    static boolean isThere(UUID exerciseId, int revision, String person) {
        return count("exerciseId = ?1 and revision = ?2 and person = ?3", exerciseId, revision, person) > 0;
    }

    /** Null for a token that no mail has. */
    static ReportNotice by(String unsubscribeHash) {
        return find("unsubscribeHash", unsubscribeHash).firstResult();
    }
}
