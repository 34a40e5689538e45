package dev.blackstart.planning;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** Somebody's word that an exercise's sheet lies on paper, and with whom. The newest counts. */
@Entity
@Immutable
public class PrintedSheet extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** What was printed: another revision or another date needs another sheet. */
    public int revision;

    public Instant startsAt;

    /** Who holds it, or where it lies. */
    @NotNull
    public String holder;

    /** Person key. */
    @NotNull
    public String printedBy;

    protected PrintedSheet() {
    }

    public PrintedSheet(Exercise exercise, String holder, String printedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.revision = exercise.revision;
        this.startsAt = exercise.startsAt;
        this.holder = holder;
        this.printedBy = printedBy;
    }

    /** Null where nobody said so. */
    public static PrintedSheet newest(UUID exerciseId) {
        return find("exerciseId = ?1 order by createdAt desc, id", exerciseId).firstResult();
    }

    /** Whether what is on paper is still what will happen. */
    public boolean isCurrent(Exercise exercise) {
        return revision == exercise.revision && Objects.equals(startsAt, exercise.startsAt);
    }
}
