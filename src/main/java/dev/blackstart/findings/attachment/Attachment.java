package dev.blackstart.findings.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.web.content.Content;
import dev.blackstart.web.content.StoredFile;

/** A picture or file that belongs to a finding. Its id is made by whoever sends it, so that sending it twice keeps it once. */
@Entity
@Immutable
public class Attachment extends StoredFile {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID findingId;

    /** Person key; null where the finding has no name. */
    public String author;

    @NotNull
    public String sentHash;

    protected Attachment() {
    }

    public Attachment(UUID id, UUID exerciseId, UUID findingId, Content file, String sentHash, String author, Instant at) {
        super(id, file, at);
        this.exerciseId = exerciseId;
        this.findingId = findingId;
        this.sentHash = sentHash;
        this.author = author;
    }

    /** In the order they came. */
    public static List<Attachment> of(Collection<UUID> findings) {
        return findings.isEmpty() ? List.of() : list("findingId in ?1 order by createdAt, id", findings);
    }

    /** With its content, written down before whoever asked waits for the exercise. */
    public void keep(Content file) {
        persist();
        new AttachmentContent(id, file.bytes()).persist();
        if (previewId != null) {
            new AttachmentContent(previewId, file.preview()).persist();
        }
        flush();
    }
}
