package dev.blackstart.drills.impact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** Whether a failure mode that the plan imagines happened, and what was seen of it. */
@Entity
@Immutable
public class FailureModeObservation extends BaseEntity {

    /** It happened and was as designed, or otherwise; its prevention kept it from happening; or it did not happen. */
    public static final List<String> OUTCOMES = List.of("as-designed", "otherwise", "prevented", "did-not-happen");

    @NotNull
    public UUID exerciseId;

    /** The plan's key. */
    @NotNull
    @Column(name = "mode_key")
    public String mode;

    @NotNull
    public String outcome;

    public String observed;

    /** Person key. */
    @NotNull
    public String author;

    protected FailureModeObservation() {
    }

    FailureModeObservation(UUID exerciseId, String mode, String outcome, String observed, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.mode = mode;
        this.outcome = outcome;
        this.observed = observed;
        this.author = author;
    }

    /** As they were recorded. */
    static List<FailureModeObservation> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }
}
