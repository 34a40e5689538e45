package dev.blackstart.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.problem.IllegalTransition;

/** One test inside an exercise and the state of its fault. Its clock is wall time: it runs through pauses. */
@Entity
public class Drill extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    @Column(name = "drill_key")
    public String key;

    /** Its place in the plan. */
    public int position;

    @NotNull
    public String title;

    @NotNull
    @Enumerated(EnumType.STRING)
    public FaultState state = FaultState.PLANNED;

    /** Whether the revert was seen to have worked; null until it ended. */
    public Boolean verified;

    public Instant armedAt;
    public Instant injectedAt;
    public Instant revertingAt;
    public Instant revertedAt;

    /** When the platform reverts it unasked; null while there is nothing to revert. */
    public Instant revertBy;

    /** Why its revert failed, for control staff; null while it did not. */
    public String failure;

    /** The target's state before the fault, as its driver saved it; JSON, null where it saved none. */
    public String savedState;

    /** Those of the plan's targets that were drawn before it was armed, in the plan's order; null where all are touched. */
    @Column(name = "drawn_targets")
    public String drawn;

    /** Samples from here on verify the revert; null while there is nothing to verify. */
    public Instant verifySince;

    /** Players may see it from here on. */
    public Instant revealedAt;

    /** What it showed; null until somebody judged it. */
    @Enumerated(EnumType.STRING)
    public DrillResult result;

    public String resultReason;

    /** Person key, or the platform. */
    public String resultBy;

    public Instant resultAt;

    protected Drill() {
    }

    Drill(Exercise exercise, PlanDocument.Drill planned, int position, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.key = planned.key();
        this.title = planned.title();
        this.position = position;
    }

    public static List<Drill> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by position", exerciseId);
    }

    public static Drill of(UUID exerciseId, String key) {
        return find("exerciseId = ?1 and key = ?2", exerciseId, key).firstResult();
    }

    public static String titleOf(UUID id) {
        return Drill.<Drill> findById(id).title;
    }

    public static List<UUID> awaitingVerification() {
        return getEntityManager().createQuery("select d.id from Drill d where d.verifySince is not null", UUID.class)
                .getResultList();
    }

    public static UUID exerciseOf(UUID drill) {
        return getEntityManager().createQuery("select d.exerciseId from Drill d where d.id = ?1", UUID.class)
                .setParameter(1, drill).getSingleResult();
    }

    /** Faults nobody has begun to revert, newest first. */
    public static List<Drill> toRevert(UUID exerciseId) {
        return list("exerciseId = ?1 and state in ?2 order by armedAt desc", exerciseId, FaultState.TO_REVERT);
    }

    static Drill firstOverdue(Exercise exercise, Instant now) {
        return exercise.plan().drills().isEmpty() ? null
                : Drill.<Drill> find("exerciseId = ?1 and revertBy <= ?2 order by revertBy, position", exercise.id, now)
                        .firstResult();
    }

    /** The next instant at which one of an exercise's faults must be reverted unasked, or null. */
    public static Instant nextDeadline(Exercise exercise) {
        return exercise.plan().drills().isEmpty() ? null
                : getEntityManager().createQuery("select min(d.revertBy) from Drill d where d.exerciseId = ?1", Instant.class)
                        .setParameter(1, exercise.id).getSingleResult();
    }

    /** What its fault touches: what was drawn, or all that the plan names. */
    public List<String> targets(PlanDocument.Drill planned) {
        return drawn == null ? planned.targets() : List.of(drawn.split(","));
    }

    /** The intent stands; from here on something may be broken. */
    void arm(Duration longest, Instant at) {
        mustBe(FaultState.ARMED, FaultState.PLANNED);
        state = FaultState.ARMED;
        armedAt = at;
        revertBy = at.plus(longest);
    }

    void inject(Duration longest, Instant at) {
        mustBe(FaultState.INJECTED, FaultState.ARMED);
        state = FaultState.INJECTED;
        injectedAt = at;
        revertBy = at.plus(longest);
    }

    public void beginRevert(Instant at) {
        mustBe(FaultState.REVERTING, FaultState.ARMED, FaultState.INJECTED, FaultState.FAILED);
        state = FaultState.REVERTING;
        failure = null;
        revertingAt = at;
        revertBy = null;
    }

    /** It may still be broken; a person reverts it. */
    void failRevert(String why) {
        mustBe(FaultState.FAILED, FaultState.ARMED, FaultState.INJECTED, FaultState.REVERTING, FaultState.FAILED,
                FaultState.REVERTED);
        state = FaultState.FAILED;
        failure = why;
        revertBy = null;
        verifySince = null;
        verified = null;
        revertedAt = null;
    }

    /** The driver has reverted it; what the plan's probe shows from now on says whether it worked. */
    public void awaitVerification(Instant since) {
        mustBe(FaultState.REVERTED, FaultState.REVERTING);
        verifySince = since;
    }

    /** @param seenToWork whether somebody or a probe saw that the target is as it was; null where nobody looked */
    void reverted(Boolean seenToWork, Instant at) {
        mustBe(FaultState.REVERTED, FaultState.REVERTING);
        state = FaultState.REVERTED;
        failure = null;
        verified = seenToWork;
        verifySince = null;
        revertedAt = at;
    }

    /** A person saw that the target is as it was, after a driver had reverted it. */
    void verify() {
        mustBe(FaultState.REVERTED, FaultState.REVERTED);
        verified = true;
    }

    public boolean canBeHandedOver() {
        return allowed().contains(FaultState.HANDED_OVER.key());
    }

    /** @throws IllegalTransition where there is no fault that could be handed over */
    public void mustBeToHandOver() {
        mustBe(FaultState.HANDED_OVER, FaultState.INJECTED, FaultState.REVERTING, FaultState.FAILED);
    }

    /** It belongs to a real incident from here on; the platform touches it no more. */
    void handOver() {
        mustBeToHandOver();
        state = FaultState.HANDED_OVER;
        failure = null;
        verifySince = null;
        revertBy = null;
    }

    /** Whether a driver has reverted it, and nobody has seen that it worked. */
    public boolean isUnverified() {
        return state == FaultState.REVERTED && !Boolean.TRUE.equals(verified);
    }

    void judge(DrillResult how, String reason, String by, Instant at) {
        result = how;
        resultReason = reason;
        resultBy = by;
        resultAt = at;
    }

    /** Players may see it; said once. */
    public void reveal(Instant at) {
        if (revealedAt == null) {
            revealedAt = at;
        }
    }

    List<String> allowed() {
        return switch (state) {
            case ARMED -> List.of("injected", "reverted");
            case INJECTED, REVERTING, FAILED -> List.of("reverted", "handed-over");
            case REVERTED -> Boolean.TRUE.equals(verified) ? List.of() : List.of("reverted");
            case PLANNED, HANDED_OVER -> List.of();
        };
    }

    private void mustBe(FaultState wanted, FaultState... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("The fault " + key, state.key(), wanted.key(), allowed());
        }
    }
}
