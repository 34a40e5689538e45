package dev.blackstart.exercise.concern;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody's concern about what is planned. An anonymous one holds nothing of its author. */
@Entity
public class PlanConcern extends BaseEntity {

    @NotNull
    public String planKey;

    @NotNull
    public String text;

    /** Person key; null where it is anonymous. */
    public String raisedBy;

    /** What an approver says to it; null until then. */
    public String answer;

    /** Person key. */
    public String answeredBy;

    public Instant answeredAt;

    protected PlanConcern() {
    }

    PlanConcern(String planKey, String text, String raisedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.planKey = planKey;
        this.text = text;
        this.raisedBy = raisedBy;
    }

    /** The newest first. */
    public static List<PlanConcern> of(String planKey) {
        return list("planKey = ?1 order by createdAt desc, id", planKey);
    }

    static long open(String planKey) {
        return count("planKey = ?1 and answer is null", planKey);
    }

    void answer(String said, String by, Instant at) {
        answer = said;
        answeredBy = by;
        answeredAt = at;
    }
}
