package dev.blackstart.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** What somebody said of an objective. A later word stands beside it, and counts. */
@Entity
@Immutable
public class ObjectiveRating extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** The plan's key. */
    @NotNull
    public String objective;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Rating rating;

    /** Why; null where the rating says it all. */
    public String sentence;

    /** Person key. */
    @NotNull
    public String person;

    /** Where the exercise clock stood, in microseconds. */
    public long clock;

    /** Number of its entry in the journal: their order. */
    public long seq;

    protected ObjectiveRating() {
    }

    ObjectiveRating(UUID exerciseId, String objective, Rating rating, String sentence, String person, long clock, long seq,
            Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.objective = objective;
        this.rating = rating;
        this.sentence = sentence;
        this.person = person;
        this.clock = clock;
        this.seq = seq;
    }

    /** Newest first. */
    static List<ObjectiveRating> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by seq desc", exerciseId);
    }

    /** The one that counts; null while there is none. */
    static ObjectiveRating newest(UUID exerciseId, String objective) {
        return find("exerciseId = ?1 and objective = ?2 order by seq desc", exerciseId, objective).firstResult();
    }
}
