package dev.blackstart.conduct.item;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.Calls;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.Attempt;
import dev.blackstart.conduct.ItemChange.ItemDeferred;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemChange.ItemResumed;
import dev.blackstart.conduct.ItemEvent.ItemAdded;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.conduct.engine.ItemReleaser;
import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.confirmation.TwoPersonAct;
import dev.blackstart.exercise.confirmation.TwoPersonRule;
import dev.blackstart.exercise.confirmation.TwoPersonRule.Details;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** What controllers and evaluators do with single items while an exercise is conducted. */
@ApplicationScoped
public class ItemActions {

    public static final Duration FARTHEST = Duration.ofDays(366);

    /** Somebody's watch may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Clock clock;
    private final Journal journal;
    private final ItemReleaser itemReleaser;
    private final ItemProgress itemProgress;
    private final Withdrawals withdrawals;
    private final FaultConfirmations confirmations;
    private final Calls calls;
    private final NextDueTracker nextDueTracker;
    private final ItemRecovery recovery;
    private final TwoPersonRule twoPersonRule;

    ItemActions(Clock clock, Journal journal, ItemReleaser itemReleaser, ItemProgress itemProgress, Withdrawals withdrawals,
            FaultConfirmations confirmations, Calls calls, NextDueTracker nextDueTracker, ItemRecovery recovery,
            TwoPersonRule twoPersonRule) {
        this.twoPersonRule = twoPersonRule;
        this.withdrawals = withdrawals;
        this.recovery = recovery;
        this.clock = clock;
        this.journal = journal;
        this.itemReleaser = itemReleaser;
        this.itemProgress = itemProgress;
        this.confirmations = confirmations;
        this.calls = calls;
        this.nextDueTracker = nextDueTracker;
    }

    /** @param at the new due instant of a deferred item; when an expectation was met, null for now */
    public record Wish(String to, Instant at, String option, String reason) {
    }

    /**
     * Asking for the state it already has changes nothing. A release that fails is marked as if its instant had come.
     *
     * @throws Problem 409 with the reason where the release failed
     */
    public TimelineItem move(UUID exerciseId, String key, Wish wish, ExerciseAccess by) {
        return recovery.marking(exerciseId, attempt -> change(exerciseId, key, wish, by, attempt));
    }

    private TimelineItem change(UUID exerciseId, String key, Wish wish, ExerciseAccess by, Attempt attempt) {
        Exercise exercise = Exercise.lock(exerciseId);
        TimelineItem item = TimelineItem.of(exerciseId, key);
        if (item == null) {
            throw Problem.notFound();
        }
        boolean undoes = "released".equals(wish.to()) && Withdrawals.isJudged(item);
        by.must(item.body() instanceof Body.Expectation && (undoes || isJudgement(wish.to())) ? Permission.JUDGE
                : Permission.CONDUCT);
        TextLimits.atMost(TextLimits.REASON, "reason", wish.reason());
        Instant at = clock.instant();
        switch (wish.to() == null ? "" : wish.to()) {
            case "released" -> {
                if (undoes) {
                    withdrawals.judgement(exercise, item, by, at);
                } else {
                    release(exercise, item, wish.reason(), by.viewer(), at, attempt);
                }
            }
            case "held" -> hold(exercise, item, wish.reason(), by.viewer(), at);
            case "pending" -> unhold(exercise, item, wish.reason(), by.viewer(), at);
            case "deferred" -> defer(exercise, item, wish, by.viewer(), at);
            case "skipped" -> skip(exercise, item, wish.reason(), by.viewer(), at);
            case "completed" -> complete(exercise, item, wish, by.viewer(), at);
            case "missed" -> miss(exercise, item, wish.reason(), by.viewer(), at);
            case "chosen" -> choose(exercise, item, wish, by.viewer(), at);
            default -> throw Problem.invalid("to",
                    "to is one of released, held, pending, deferred, skipped, completed, missed, chosen.");
        }
        nextDueTracker.set(exercise);
        return item;
    }

    private static boolean isJudgement(String to) {
        return "completed".equals(to) || "missed".equals(to);
    }

    private void release(Exercise exercise, TimelineItem item, String reason, String actor, Instant at, Attempt attempt) {
        if (item.releasedAt != null && !item.hasFailed()) {
            return;
        }
        mustBe(exercise, item, "released", ExerciseState.RUNNING);
        if (item.releasedAt != null) {
            recovery.retry(exercise, item, reason, actor, at);
            return;
        }
        if (item.body() instanceof Body.Drill drill) {
            twoPersonRule.require(exercise, TwoPersonAct.injection(drill.drill()), new Details(reason, null), actor, at);
        }
        attempt.at(Attempt.Kind.ITEM, item.id);
        itemReleaser.release(exercise, item, false, reason, actor, at);
        if (item.releasedAt == null) {
            nextDueTracker.set(exercise);
            throw new FaultHeld(item.state);
        }
    }

    private void hold(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        if (item.state != ItemState.HELD) {
            mustBe(exercise, item, "held", ExerciseState.RUNNING, ExerciseState.PAUSED);
            item.hold();
            itemProgress.tell(exercise, item, ItemHeld::new, reason, actor, at);
        }
    }

    private void unhold(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        if (item.state != ItemState.PENDING) {
            mustBe(exercise, item, "pending", ExerciseState.RUNNING, ExerciseState.PAUSED);
            item.unhold(exercise.clock.position(at));
            itemProgress.tell(exercise, item, ItemResumed::new, reason, actor, at);
        }
    }

    private void defer(Exercise exercise, TimelineItem item, Wish wish, String actor, Instant at) {
        if (wish.at() == null || wish.at().isBefore(at) || wish.at().isAfter(at.plus(FARTHEST))) {
            throw Problem.invalid("at", "Give the instant to defer it to, later than now and within a year.");
        }
        mustBe(exercise, item, "deferred", ExerciseState.RUNNING, ExerciseState.PAUSED);
        long ahead = ChronoUnit.MICROS.between(at, wish.at()) * exercise.clock.speed;
        item.defer(exercise.clock.position(at) + ahead);
        itemProgress.tell(exercise, item, ItemDeferred::new, wish.reason(), actor, at);
    }

    private void skip(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        if (item.state == ItemState.SKIPPED) {
            return;
        }
        String why = isNone(reason) && item.hasFailed() ? "it failed: " + item.failed.reason : reason;
        if (isNone(why)) {
            throw Problem.invalid("reason", "Say why it is skipped; the report will show it.");
        }
        if (item.state.isWaiting()) {
            mustBe(exercise, item, "skipped", ExerciseState.RUNNING, ExerciseState.PAUSED);
        } else if (item.hasFailed()) {
            mustBe(exercise, item, "skipped", ExerciseState.RUNNING, ExerciseState.PAUSED, ExerciseState.ENDED);
        } else {
            mustBe(exercise, item, "skipped", ExerciseState.ENDED);
        }
        recovery.skip(exercise, item, why, actor, at);
    }

    private static boolean isNone(String reason) {
        return reason == null || reason.isBlank();
    }

    private void complete(Exercise exercise, TimelineItem item, Wish wish, String actor, Instant at) {
        if (item.state == ItemState.COMPLETED) {
            return;
        }
        if (item.body() instanceof Body.Decision) {
            throw Problem.invalid("to", "A decision is chosen, with an option.");
        }
        mustBe(exercise, item, "completed", ExerciseState.RUNNING, ExerciseState.PAUSED, ExerciseState.ENDED);
        if (item.body() instanceof Body.Drill body && item.state == ItemState.RELEASED) {
            confirmations.inject(exercise, Drill.of(exercise.id, body.drill()), actor, at);
        } else if (item.body() instanceof Body.Revert body && item.state == ItemState.RELEASED) {
            confirmations.revert(exercise, Drill.of(exercise.id, body.drill()), actor, at);
        } else if (item.body() instanceof Body.CallTree && isFlying(item)) {
            calls.end(exercise, Activation.ofItem(item.id), actor, at);
        } else if (item.body() instanceof Body.Expectation) {
            itemProgress.meet(exercise, item, met(exercise, wish.at(), at), wish.reason(), actor, at);
        } else {
            itemProgress.complete(exercise, item, null, wish.reason(), actor, at);
        }
    }

    private static boolean isFlying(TimelineItem item) {
        Activation activation = Activation.ofItem(item.id);
        return activation != null && activation.isRunning();
    }

    /** When it was met: not before STARTEX, and not after now, whatever somebody's clock shows. */
    private static Instant met(Exercise exercise, Instant said, Instant now) {
        if (said == null) {
            return now;
        }
        if (said.isBefore(exercise.clock.startedAt)) {
            throw Problem.invalid("at", "This lies before STARTEX; give an instant of the exercise, or leave it out for now.");
        }
        if (said.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("at", "This lies ahead; give the instant when it was met, or leave it out for now.");
        }
        return said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MICROS);
    }

    private void miss(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        if (item.state == ItemState.MISSED) {
            return;
        }
        if (!(item.body() instanceof Body.Expectation)) {
            throw Problem.invalid("to", "Only an expectation can be missed.");
        }
        mustBe(exercise, item, "missed", ExerciseState.RUNNING, ExerciseState.PAUSED, ExerciseState.ENDED);
        itemProgress.miss(exercise, item, exercise.clock.position(at), reason, actor, at);
    }

    private void choose(Exercise exercise, TimelineItem item, Wish wish, String actor, Instant at) {
        if (!(item.body() instanceof Body.Decision decision)) {
            throw Problem.invalid("to", "Only a decision can be chosen.");
        }
        if (!decision.options().contains(wish.option())) {
            throw Problem.invalid("option", "option is one of " + String.join(", ", decision.options()) + ".");
        }
        if (item.state == ItemState.COMPLETED && wish.option().equals(item.option)) {
            return;
        }
        mustBe(exercise, item, "chosen", ExerciseState.RUNNING, ExerciseState.PAUSED);
        itemProgress.complete(exercise, item, wish.option(), wish.reason(), actor, at);
    }

    /** An item nobody planned, never a fault. */
    @Transactional
    public TimelineItem add(UUID exerciseId, UnplannedItem added, ExerciseAccess by) {
        by.must(Permission.CONDUCT);
        Exercise exercise = Exercise.lock(exerciseId);
        if (!exercise.state.isLive()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "added to", exercise.state.allowed());
        }
        Instant at = clock.instant();
        String itemKey = added.key() == null
                ? "unplanned-" + (TimelineItem.count("exerciseId = ?1 and unplanned = true", exerciseId) + 1)
                : added.key();
        if (TimelineItem.of(exerciseId, itemKey) != null) {
            throw Problem.conflict("The timeline already has an item '" + itemKey + "'; choose another key.");
        }
        long now = exercise.clock.position(at);
        long wanted = added.due() == null ? now : ExerciseClock.micros(added.due().onClock());
        TimelineItem item = new TimelineItem(exerciseId, itemKey, Integer.MAX_VALUE, added.body(), null,
                Math.max(wanted, now), null, null, at);
        item.unplanned = true;
        item.persist();
        journal.append(exercise, at, new ItemAdded(itemKey, added.body(), ExerciseClock.duration(item.dueClock)), by.viewer(),
                Audience.CONTROL);
        nextDueTracker.set(exercise);
        return item;
    }

    private static void mustBe(Exercise exercise, TimelineItem item, String wanted, ExerciseState... states) {
        if (!List.of(states).contains(exercise.state)) {
            throw Problem.conflict("The exercise is %s, so %s cannot become %s now.".formatted(exercise.state.key(), item.key,
                    wanted)).with("state", exercise.state.key()).with("allowed", List.of());
        }
    }
}
