package dev.blackstart.evaluation.assumption;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** What control staff say of an assumption of the plan; the newest counts. */
@Entity
@Immutable
public class AssumptionCheck extends BaseEntity {

    public static final String HELD = "held";
    public static final String DID_NOT_HOLD = "did-not-hold";
    public static final String NOT_TESTED = "not-tested";

    public static final List<String> OUTCOMES = List.of(HELD, DID_NOT_HOLD, NOT_TESTED);

    @NotNull
    public UUID exerciseId;

    /** The plan's key. */
    @NotNull
    @Column(name = "assumption_key")
    public String assumption;

    @NotNull
    public String outcome;

    /** What shows it; null where nobody wrote it. */
    public String note;

    /** Person key. */
    @NotNull
    public String author;

    protected AssumptionCheck() {
    }

    AssumptionCheck(UUID exerciseId, String assumption, String outcome, String note, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.assumption = assumption;
        this.outcome = outcome;
        this.note = note;
        this.author = author;
    }

    /** As they were recorded. */
    static List<AssumptionCheck> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }
}
