package dev.blackstart.findings;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.web.content.Content;

/** A picture or file that belongs to a finding. Its id is made by whoever sends it, so that sending it twice keeps it once. */
@Entity
@Immutable
public class Attachment extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID findingId;

    /** As it may be shown and saved. */
    @NotNull
    public String name;

    /** What its bytes showed. */
    @NotNull
    public String type;

    /** In bytes, as it is kept. */
    public int size;

    /** Of a picture, in pixels; null for other files. */
    public Integer width;

    public Integer height;

    /** Person key; null where the finding has no name. */
    public String author;

    @NotNull
    public String sentHash;

    /** Of the small JPEG of a picture; null for other files. */
    public UUID previewId;

    protected Attachment() {
    }

    Attachment(UUID id, Finding finding, Content file, String sentHash, String author, Instant at) {
        super(id, at);
        this.exerciseId = finding.exerciseId;
        this.findingId = finding.id;
        this.name = file.name();
        this.type = file.type();
        this.size = file.bytes().length;
        this.width = file.width();
        this.height = file.height();
        this.previewId = file.preview() == null ? null : UUID.randomUUID();
        this.sentHash = sentHash;
        this.author = author;
    }

    /** In the order they came. */
    static List<Attachment> of(Collection<UUID> findings) {
        return findings.isEmpty() ? List.of() : list("findingId in ?1 order by createdAt, id", findings);
    }

    boolean isPicture() {
        return width != null;
    }

    /** With its content, written down before whoever asked waits for the exercise. */
    void keep(Content file) {
        persist();
        new AttachmentContent(id, file.bytes()).persist();
        if (previewId != null) {
            new AttachmentContent(previewId, file.preview()).persist();
        }
        flush();
    }
}
