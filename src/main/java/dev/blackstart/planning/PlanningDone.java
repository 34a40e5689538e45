package dev.blackstart.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** A planning task that is done, and who said so. */
@Entity
public class PlanningDone extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    @Enumerated(EnumType.STRING)
    public PlanningTask task;

    /** Person key. */
    @NotNull
    public String person;

    protected PlanningDone() {
    }

    PlanningDone(UUID exerciseId, PlanningTask task, String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.task = task;
        this.person = person;
    }

    static List<PlanningDone> of(UUID exerciseId) {
        return list("exerciseId", exerciseId);
    }
}
