package dev.blackstart.review.document;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.problem.IllegalTransition;

/** The report of an exercise: how far it is, and its newest revision. The head row's lock guards it. */
@Entity
public class StoredReport extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ReportState state = ReportState.DRAFT;

    /** 0 before the first edit. */
    public int revision;

    protected StoredReport() {
    }

    private StoredReport(UUID exerciseId, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
    }

    /** Null where nobody has written or moved it yet. */
    public static StoredReport of(UUID exerciseId) {
        return find("exerciseId", exerciseId).firstResult();
    }

    /** The head row's lock is held. */
    static StoredReport begun(UUID exerciseId, Instant at) {
        StoredReport known = of(exerciseId);
        if (known != null) {
            return known;
        }
        StoredReport fresh = new StoredReport(exerciseId, at);
        fresh.persist();
        return fresh;
    }

    /** A new revision: what was signed or published is in review again. */
    void revise() {
        revision++;
        if (state != ReportState.DRAFT) {
            state = ReportState.IN_REVIEW;
        }
    }

    void move(ReportState to) {
        if (!state.leadsTo(to)) {
            throw new IllegalTransition("The report", state.key(), to.key(), state.allowed());
        }
        state = to;
    }
}
