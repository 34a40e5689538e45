package dev.blackstart.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** The day that an exercise team chose for a meeting. */
@Entity
public class PlanningDate extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    @Enumerated(EnumType.STRING)
    public PlanningMeeting meeting;

    @NotNull
    @Column(name = "on_day")
    public LocalDate day;

    protected PlanningDate() {
    }

    PlanningDate(UUID exerciseId, PlanningMeeting meeting, LocalDate day, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.meeting = meeting;
        this.day = day;
    }

    static List<PlanningDate> of(UUID exerciseId) {
        return list("exerciseId", exerciseId);
    }

    void move(LocalDate to) {
        day = to;
    }
}
