package dev.blackstart.preparation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.web.content.Content;

/** A picture, a PDF or a text that shows what was done. */
@Entity
@Immutable
public class PreparationFile extends BaseEntity {

    private static final int KILO = 1_024;

    @NotNull
    public UUID itemId;

    @NotNull
    public String name;

    @NotNull
    public String type;

    /** In bytes. */
    public int size;

    /** Of a picture, in pixels; null for other files. */
    public Integer width;

    public Integer height;

    /** Person key. */
    @NotNull
    public String author;

    /** Of the small JPEG of a picture; null for other files. */
    public UUID previewId;

    protected PreparationFile() {
    }

    PreparationFile(UUID itemId, Content file, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.itemId = itemId;
        this.name = file.name();
        this.type = file.type();
        this.size = file.bytes().length;
        this.width = file.width();
        this.height = file.height();
        this.author = author;
        this.previewId = file.preview() == null ? null : UUID.randomUUID();
    }

    static List<PreparationFile> of(UUID itemId) {
        return list("itemId = ?1 order by createdAt, id", itemId);
    }

    /** With its content, written down before whoever asked waits for the exercise. */
    void keep(Content file) {
        persist();
        new PreparationFileContent(id, file.bytes()).persist();
        if (previewId != null) {
            new PreparationFileContent(previewId, file.preview()).persist();
        }
        flush();
    }

    boolean isPicture() {
        return width != null;
    }

    /** As people read it. */
    String length() {
        return size < KILO ? size + " B" : size < KILO * KILO ? size / KILO + " kB" : "%.1f MB".formatted(size / 1_048_576.0);
    }
}
