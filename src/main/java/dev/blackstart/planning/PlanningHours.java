package dev.blackstart.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** What an exercise costs one person of its team: planned and spent. */
@Entity
public class PlanningHours extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Key. */
    @NotNull
    public String person;

    public int plannedMinutes;

    public int spentMinutes;

    protected PlanningHours() {
    }

    PlanningHours(UUID exerciseId, String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.person = person;
    }

    static List<PlanningHours> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by person", exerciseId);
    }

    void record(int planned, int spent) {
        plannedMinutes = planned;
        spentMinutes = spent;
    }
}
