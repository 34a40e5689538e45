package dev.blackstart.review.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** A document of its own, of chosen sections of a published report, with names replaced. The newest counts. */
@Entity
@Immutable
public class PublicVersion extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Of the report that it was made of. */
    public int revision;

    @NotNull
    public String title;

    /** Person key. */
    @NotNull
    public String madeBy;

    /** In UTF-8. */
    @NotNull
    public byte[] markdown;

    protected PublicVersion() {
    }

    PublicVersion(UUID exerciseId, int revision, String title, String madeBy, String text, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.revision = revision;
        this.title = title;
        this.madeBy = madeBy;
        this.markdown = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Null where nobody made one. */
    static PublicVersion newest(UUID exerciseId) {
        return find("exerciseId = ?1 order by createdAt desc, id", exerciseId).firstResult();
    }

    public String text() {
        return new String(markdown, StandardCharsets.UTF_8);
    }
}
