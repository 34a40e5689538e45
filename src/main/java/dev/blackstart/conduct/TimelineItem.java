package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.problem.IllegalTransition;

/** One line of an exercise's timeline; positions on its clock are microseconds since STARTEX. Players know it by its id. */
@Entity
public class TimelineItem extends ItemContent {

    @NotNull
    public UUID exerciseId;

    /** The plan's key, with the team's behind a dot where it is repeated per team. */
    @NotNull
    @Column(name = "item_key")
    public String key;

    /** Its place in the plan: of two items due at once, the first goes first. */
    public int position;

    /** A rehearsal takes an expectation as {@code met} or {@code missed}; or null. */
    public String assume;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ItemState state = ItemState.PENDING;

    /** Where it is due; null while that is not known. */
    public Long dueClock;

    /** Where it is missed. */
    public Long deadlineClock;

    /** From where players may see it. */
    public Long revealClock;

    /** Where the platform next has to do something with it; null for nothing. */
    public Long nextClock;

    public Instant releasedAt;
    public Long releasedClock;

    /** Released because its due instant came, not by hand. */
    public boolean releasedByClock;

    /** Where it was completed or missed. */
    public Long settledClock;
    public Instant completedAt;

    /** Where an expectation was met, which may lie before it was ticked. */
    public Long observedClock;

    /** Who completed or missed it last, and when they said so. */
    public String settledBy;
    public Instant settledAt;

    public Instant revealedAt;

    @Column(name = "chosen_option")
    public String option;

    /** Added during conduct. */
    public boolean unplanned;

    /** What the platform could not do for it, and why. */
    @Embedded
    public ItemFailure failed;

    protected TimelineItem() {
    }

    public TimelineItem(UUID exerciseId, String key, int position, ObjectNode body, TimelineEntry.After after, Long due,
            Long reveal,
            String assume, Instant at) {
        super(UUID.randomUUID(), body, after, at);
        this.exerciseId = exerciseId;
        this.key = key;
        this.position = position;
        this.dueClock = due;
        this.revealClock = reveal;
        this.assume = assume;
        this.nextClock = due;
    }

    public static List<TimelineItem> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by position, key", exerciseId);
    }

    public static TimelineItem of(UUID exerciseId, String key) {
        return find("exerciseId = ?1 and key = ?2", exerciseId, key).firstResult();
    }

    public void release(long position, boolean byClock, Instant at) {
        mustBe("released", ItemState.PENDING, ItemState.HELD);
        if (body() instanceof Body.Unreadable unreadable) {
            throw new IllegalStateException("The item cannot be read: " + unreadable.why());
        }
        failed = null;
        state = ItemState.RELEASED;
        releasedAt = at;
        releasedClock = position;
        releasedByClock = byClock;
        if (body() instanceof Body.Expectation expectation && expectation.within() != null) {
            deadlineClock = counted() + ExerciseClock.micros(expectation.within().onClock());
        }
        lookAhead();
    }

    /** From where delays count: the due instant if the clock released it, otherwise the actual one. */
    public long counted() {
        return releasedByClock ? dueClock : releasedClock;
    }

    public void complete(String chosen, long position, Instant at) {
        mustBe("completed", ItemState.RELEASED, ItemState.MISSED, ItemState.UNJUDGED);
        forget(FailedStep.DEADLINE);
        state = ItemState.COMPLETED;
        option = chosen;
        settledClock = position;
        completedAt = observedClock == null ? at : completedAt;
        lookAhead();
    }

    /** When somebody saw it met, before it is completed; what waits for it counts from now: nothing falls due in the past. */
    public void observe(long position, Instant at) {
        observedClock = position;
        completedAt = at;
    }

    /** Where it was met; null while it was not. */
    public Long metClock() {
        return state != ItemState.COMPLETED ? null : observedClock == null ? settledClock : observedClock;
    }

    public boolean isMetInTime() {
        return metClock() != null && (deadlineClock == null || metClock() <= deadlineClock);
    }

    public void miss(long position) {
        mustBe("missed", ItemState.RELEASED);
        forget(FailedStep.DEADLINE);
        state = ItemState.MISSED;
        settledClock = position;
        lookAhead();
    }

    /** A judgement is withdrawn: it is open again, as if it had never been made. */
    public void withdraw() {
        mustBe("released", ItemState.COMPLETED, ItemState.MISSED);
        state = ItemState.RELEASED;
        option = null;
        settledClock = null;
        observedClock = null;
        completedAt = null;
        lookAhead();
    }

    /** Met, but after its deadline. */
    public boolean isLate() {
        return state == ItemState.COMPLETED && !isMetInTime();
    }

    public void unjudge(long position) {
        mustBe("unjudged", ItemState.RELEASED);
        forget(FailedStep.DEADLINE);
        state = ItemState.UNJUDGED;
        settledClock = position;
        lookAhead();
    }

    public void hold() {
        mustBe("held", ItemState.PENDING);
        state = ItemState.HELD;
        lookAhead();
    }

    /** Waits for its instant again; what fell due meanwhile is due now. */
    public void unhold(long position) {
        mustBe("pending", ItemState.HELD);
        failed = null;
        state = ItemState.PENDING;
        dueClock = dueClock == null ? null : Long.valueOf(Math.max(dueClock, position));
        lookAhead();
    }

    public void defer(long due) {
        mustBe("deferred", ItemState.PENDING, ItemState.HELD);
        failed = null;
        state = ItemState.PENDING;
        dueClock = due;
        after = null;
        lookAhead();
    }

    public void skip() {
        mustBe("skipped", ItemState.PENDING, ItemState.HELD);
        skipped();
    }

    /** After ENDEX: somebody says that an expectation was not exercised, so nobody judges it. */
    public void markNotExercised() {
        mustBe("skipped", ItemState.RELEASED, ItemState.UNJUDGED);
        skipped();
    }

    private void skipped() {
        failed = null;
        state = ItemState.SKIPPED;
        lookAhead();
    }

    /** Its condition came true, or can no longer come true (null). */
    public void fallDue(Long due) {
        dueClock = due;
        lookAhead();
    }

    public void reveal(Instant at) {
        revealedAt = at;
        lookAhead();
    }

    public void forgoReveal() {
        revealClock = null;
        forget(FailedStep.REVEAL);
        lookAhead();
    }

    /** What was due could not be done: it is not tried again before somebody asks for it, and everything else goes on. */
    public void fail(String why) {
        failed = new ItemFailure(
                state.isWaiting() ? FailedStep.RELEASE : isToReveal() ? FailedStep.REVEAL : FailedStep.DEADLINE, why);
        if (state == ItemState.PENDING) {
            state = ItemState.HELD;
        }
        lookAhead();
    }

    /** The failed deadline or reveal is due again. */
    public void retry() {
        failed = null;
        lookAhead();
    }

    public boolean hasFailed() {
        return failed != null;
    }

    private void forget(FailedStep step) {
        failed = step.isOf(failed) ? null : failed;
    }

    private void lookAhead() {
        Long next = state == ItemState.PENDING ? dueClock
                : state == ItemState.RELEASED && !FailedStep.DEADLINE.isOf(failed) ? deadlineClock : null;
        if (revealClock != null && revealedAt == null && releasedClock != null && !FailedStep.REVEAL.isOf(failed)) {
            long reveal = Math.max(revealClock, releasedClock);
            next = next == null ? reveal : Math.min(next, reveal);
        }
        nextClock = next;
    }

    /** Whether what is next is to show it, rather than to release or judge it. */
    public boolean isToReveal() {
        return state != ItemState.PENDING && revealClock != null && revealedAt == null && nextClock != null
                && nextClock.equals(Math.max(revealClock, releasedClock));
    }

    private void mustBe(String wanted, ItemState... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("The item " + key, state.key(), wanted, state.allowed());
        }
    }

    /** What people who are not control staff read of it. */
    public JsonNode disclosed() {
        return body().disclosed(source(), id, drill -> Drill.of(exerciseId, drill).id);
    }
}
