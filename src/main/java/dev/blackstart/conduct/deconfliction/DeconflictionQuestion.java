package dev.blackstart.conduct.deconfliction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody asks whether something they see belongs to an exercise. */
@Entity
public class DeconflictionQuestion extends BaseEntity {

    /** Within this time it is answered; then everybody who can answer is reminded. */
    public static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** Person key. */
    @NotNull
    public String askedBy;

    @NotNull
    public String text;

    /** When those who can answer were asked; null until then. */
    public Instant passedOnAt;

    /** When they were reminded; null while they were not. */
    public Instant remindedAt;

    /** Whether it belongs to an exercise; null until that is known. */
    public Boolean ours;

    public Instant answeredAt;

    protected DeconflictionQuestion() {
    }

    DeconflictionQuestion(String askedBy, String text, Instant at) {
        super(UUID.randomUUID(), at);
        this.askedBy = askedBy;
        this.text = text;
    }

    /** The newest first. */
    static List<DeconflictionQuestion> of(String person, int most) {
        return find("askedBy = ?1 order by createdAt desc, id", person).page(0, most).list();
    }

    static List<UUID> toPassOn() {
        return getEntityManager().createQuery("select q.id from DeconflictionQuestion q where q.answeredAt is null and "
                + "q.passedOnAt is null order by q.createdAt", UUID.class).setMaxResults(100).getResultList();
    }

    static List<UUID> toRemind(Instant now) {
        return getEntityManager().createQuery("select q.id from DeconflictionQuestion q where q.answeredAt is null "
                + "and q.remindedAt is null and q.passedOnAt is not null and q.createdAt <= ?1", UUID.class)
                .setParameter(1, now.minus(ANSWER_WITHIN)).setMaxResults(100).getResultList();
    }

    void passOn(Instant at) {
        passedOnAt = at;
    }

    void remind(Instant at) {
        remindedAt = at;
    }

    void settle(boolean belongs, Instant at) {
        ours = belongs;
        answeredAt = at;
    }

    /** Its state in the API: asked, ours or not-ours. */
    String state() {
        if (ours == null) {
            return "asked";
        }
        return ours ? "ours" : "not-ours";
    }
}
