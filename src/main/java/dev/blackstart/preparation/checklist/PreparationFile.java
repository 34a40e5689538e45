package dev.blackstart.preparation.checklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.web.content.Content;
import dev.blackstart.web.content.StoredFile;

/** A picture, a PDF or a text that shows what was done. */
@Entity
@Immutable
public class PreparationFile extends StoredFile {

    private static final int KILO = 1_024;

    @NotNull
    public UUID itemId;

    /** Person key. */
    @NotNull
    public String author;

    protected PreparationFile() {
    }

    public PreparationFile(UUID itemId, Content file, String author, Instant at) {
        super(UUID.randomUUID(), file, at);
        this.itemId = itemId;
        this.author = author;
    }

    /** Of several items, the oldest first. */
    public static List<PreparationFile> ofAll(Collection<UUID> items) {
        return items.isEmpty() ? List.of() : list("itemId in ?1 order by createdAt, id", items);
    }

    public static List<PreparationFile> of(UUID itemId) {
        return list("itemId = ?1 order by createdAt, id", itemId);
    }

    /** With its content, written down before whoever asked waits for the exercise. */
    public void keep(Content file) {
        persist();
        new PreparationFileContent(id, file.bytes()).persist();
        if (previewId != null) {
            new PreparationFileContent(previewId, file.preview()).persist();
        }
        flush();
    }

    /** As people read it. */
    public String length() {
        return size < KILO ? size + " B" : size < KILO * KILO ? size / KILO + " kB" : "%.1f MB".formatted(size / 1_048_576.0);
    }
}
