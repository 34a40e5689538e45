package dev.blackstart.web.content;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** What is known of a stored picture, PDF or text; its bytes are in a table of their own. */
@MappedSuperclass
public abstract class StoredFile extends BaseEntity {

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

    /** Of the small JPEG of a picture; null for other files. */
    public UUID previewId;

    protected StoredFile() {
    }

    protected StoredFile(UUID id, Content file, Instant at) {
        super(id, at);
        this.name = file.name();
        this.type = file.type();
        this.size = file.bytes().length;
        this.width = file.width();
        this.height = file.height();
        this.previewId = file.preview() == null ? null : UUID.randomUUID();
    }

    public boolean isPicture() {
        return width != null;
    }
}
