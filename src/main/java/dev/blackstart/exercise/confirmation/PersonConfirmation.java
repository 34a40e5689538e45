package dev.blackstart.exercise.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** One person's confirmation of an act that takes two. Whoever asked for the act has confirmed it by that. */
@Entity
public class PersonConfirmation extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** The act, as {@link TwoPersonAct} names it. */
    @NotNull
    public String act;

    /** Person key. */
    @NotNull
    public String person;

    /** Whether this person asked for the act, so that it happens as soon as the second one confirms. */
    public boolean requested;

    /** Why, as the requester said it; null without a reason. */
    public String reason;

    /** How a paused exercise goes on; null where it does not matter. */
    public String catchUp;

    /** When the act happened; null while it has not. */
    public Instant usedAt;

    protected PersonConfirmation() {
    }

    PersonConfirmation(UUID exerciseId, String act, String person, boolean requested, String reason, String catchUp,
            Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.act = act;
        this.person = person;
        this.requested = requested;
        this.reason = reason;
        this.catchUp = catchUp;
    }

    /** Those that count at an instant, oldest first. */
    static List<PersonConfirmation> valid(UUID exerciseId, Instant now) {
        return list("exerciseId = ?1 and usedAt is null and createdAt >= ?2 order by createdAt, id", exerciseId,
                now.minus(TwoPersonRule.WITHIN));
    }

    static List<PersonConfirmation> valid(UUID exerciseId, String act, Instant now) {
        return valid(exerciseId, now).stream().filter(one -> one.act.equals(act)).toList();
    }

    void use(Instant at) {
        usedAt = at;
    }
}
