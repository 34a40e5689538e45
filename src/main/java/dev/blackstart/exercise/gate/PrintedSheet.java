package dev.blackstart.exercise.gate;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;

/** Somebody's word that an exercise's sheet lies on paper, and with whom. The newest counts. */
@Entity
@Immutable
public class PrintedSheet extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** What was printed: another revision or another date needs another sheet. */
    public int revision;

    /** Null where whoever printed it may not know the start: then it is not on the paper. */
    public Instant startsAt;

    @NotNull
    public String zone;

    /** Who holds it, or where it lies. */
    @NotNull
    public String holder;

    /** Person key. */
    @NotNull
    public String printedBy;

    protected PrintedSheet() {
    }

    public PrintedSheet(Exercise exercise, Instant startsAt, String holder, String printedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.revision = exercise.revision;
        this.startsAt = startsAt;
        this.zone = exercise.zone;
        this.holder = holder;
        this.printedBy = printedBy;
    }

    /** Null where nobody said so. */
    public static PrintedSheet newest(UUID exerciseId) {
        return find("exerciseId = ?1 order by createdAt desc, id", exerciseId).firstResult();
    }

    /** Whether what is on paper is still what will happen; shifts that change while it runs are called out to everybody. */
    public boolean isCurrent(Exercise exercise) {
        return revision == exercise.revision && (startsAt == null || startsAt.equals(exercise.startsAt))
                && zone.equals(exercise.zone) && (!exercise.state.isBeforeStart()
                        || RosterEntry.count("exerciseId = ?1 and createdAt > ?2", exerciseId, createdAt) == 0);
    }
}
