package dev.blackstart.exercise.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** Somebody of the roster is here. */
@Entity
@Immutable
public class CheckIn extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Person key. */
    @NotNull
    public String person;

    /** Person key of themselves, or of control staff who saw them. */
    @NotNull
    public String recordedBy;

    protected CheckIn() {
    }

    CheckIn(UUID exerciseId, String person, String recordedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.person = person;
        this.recordedBy = recordedBy;
    }

    static List<CheckIn> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }

    /** Null where nobody said it. */
    static CheckIn of(UUID exerciseId, String person) {
        return find("exerciseId = ?1 and person = ?2", exerciseId, person).firstResult();
    }
}
