package dev.blackstart.preparation.checklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** What somebody said about an item of preparation; everybody who sees the item reads it. */
@Entity
@Table(name = "preparation_comment")
public class Comment extends BaseEntity {

    @NotNull
    public UUID itemId;

    /** Person key. */
    @NotNull
    public String author;

    @NotNull
    public String text;

    protected Comment() {
    }

    public Comment(UUID itemId, String author, String text, Instant at) {
        super(UUID.randomUUID(), at);
        this.itemId = itemId;
        this.author = author;
        this.text = text;
    }

    /** Of several items, the oldest first. */
    public static List<Comment> ofAll(Collection<UUID> items) {
        return items.isEmpty() ? List.of() : list("itemId in ?1 order by createdAt, id", items);
    }

    public static List<Comment> of(UUID itemId) {
        return list("itemId = ?1 order by createdAt, id", itemId);
    }
}
