package dev.blackstart.conduct.deconfliction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** What one exercise is asked, and answers. */
@Entity
public class DeconflictionAnswer extends BaseEntity {

    @NotNull
    public UUID questionId;

    /** Null where nothing runs, and a Master of Disaster answers. */
    public UUID exerciseId;

    /** Null until somebody answered. */
    public Boolean ours;

    /** Person key. */
    public String answeredBy;

    public Instant answeredAt;

    protected DeconflictionAnswer() {
    }

    DeconflictionAnswer(UUID questionId, UUID exerciseId, Instant at) {
        super(UUID.randomUUID(), at);
        this.questionId = questionId;
        this.exerciseId = exerciseId;
    }

    static List<DeconflictionAnswer> of(UUID questionId) {
        return list("questionId = ?1 order by createdAt, id", questionId);
    }

    static List<DeconflictionAnswer> open() {
        return list("""
                from DeconflictionAnswer a where a.ours is null and exists (select 1 from DeconflictionQuestion q
                    where q.id = a.questionId and q.ours is null) order by a.createdAt, a.id""");
    }

    void give(boolean belongs, String by, Instant at) {
        ours = belongs;
        answeredBy = by;
        answeredAt = at;
    }
}
