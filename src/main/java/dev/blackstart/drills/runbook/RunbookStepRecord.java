package dev.blackstart.drills.runbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** Somebody recorded how a step was done. The newest of a step counts, the earlier ones are kept. */
@Entity
@Immutable
public class RunbookStepRecord extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** The plan's key. */
    @NotNull
    public String runbook;

    /** The plan's key. */
    @NotNull
    public String step;

    @NotNull
    @Enumerated(EnumType.STRING)
    public StepState state;

    /** Null unless it deviated. */
    @Enumerated(EnumType.STRING)
    public Deviation deviation;

    public String note;

    /** How a step that no longer fits should read; null where nobody said it. */
    public String proposed;

    /** Person key. */
    @NotNull
    public String author;

    protected RunbookStepRecord() {
    }

    RunbookStepRecord(UUID exerciseId, String runbook, String step, StepState state, Deviation deviation, String note,
            String proposed, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.runbook = runbook;
        this.step = step;
        this.state = state;
        this.deviation = deviation;
        this.note = note;
        this.proposed = proposed;
        this.author = author;
    }

    /** As they were recorded. */
    static List<RunbookStepRecord> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }
}
