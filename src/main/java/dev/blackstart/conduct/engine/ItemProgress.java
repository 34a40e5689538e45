package dev.blackstart.conduct.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import dev.blackstart.calling.CallTreeEnded;
import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.catalogue.TimelineEntry.Is;
import dev.blackstart.conduct.ExpectationJudged;
import dev.blackstart.conduct.ItemChange;
import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemMissed;
import dev.blackstart.conduct.ItemChange.ItemUnjudged;
import dev.blackstart.conduct.ItemEvent.JudgementWithdrawn;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;

/**
 * What becomes of released items, and what that sets off: whoever waits for an item falls due when its condition comes true.
 */
@ApplicationScoped
public class ItemProgress {

    private final Journal journal;
    private final Event<ExpectationJudged> judged;
    private final Event<Unreadable> unreadable;

    ItemProgress(Journal journal, Event<ExpectationJudged> judged, Event<Unreadable> unreadable) {
        this.journal = journal;
        this.judged = judged;
        this.unreadable = unreadable;
    }

    /** The condition of an item that waits cannot be read: fired under the head row's lock. */
    record Unreadable(Exercise exercise, TimelineItem item, String reason, Instant at) {
    }

    public void complete(Exercise exercise, TimelineItem item, String option, String reason, String actor, Instant at) {
        item.complete(option, exercise.clock.position(at), at);
        item.settledBy = actor;
        item.settledAt = at;
        tell(exercise, item, option == null ? ItemCompleted::new : ItemChosen::new, reason, actor, at);
        judged(exercise, item, actor, at);
        setOff(exercise, item, at);
    }

    /** @param observedAt when it was met, which may lie before {@code at} */
    public void meet(Exercise exercise, TimelineItem item, Instant observedAt, String reason, String actor, Instant at) {
        item.observe(ClockHistory.position(exercise, observedAt, at), observedAt);
        complete(exercise, item, null, reason, actor, at);
    }

    public void miss(Exercise exercise, TimelineItem item, long position, String reason, String actor, Instant at) {
        item.miss(position);
        item.settledBy = actor;
        item.settledAt = at;
        tell(exercise, item, ItemMissed::new, reason, actor, at);
        judged(exercise, item, actor, at);
        setOff(exercise, item, at);
    }

    /** A judgement is withdrawn: what waits for the item waits again, and a deadline that has passed counts again. */
    public void withdraw(Exercise exercise, TimelineItem item, String actor, Instant at) {
        JudgementWithdrawn withdrawn = new JudgementWithdrawn(item.key, item.kind, item.state.key(), item.option);
        item.withdraw();
        journal.append(exercise, at, withdrawn, actor, Audience.CONTROL);
        for (TimelineItem waiting : dependents(exercise, item, at)) {
            After after = waiting.after();
            waiting.fallDue(after.orAt() == null ? null : Long.valueOf(ExerciseClock.micros(after.orAt().onClock())));
            evaluate(exercise, waiting, after);
        }
        if (item.deadlineClock != null && item.deadlineClock <= exercise.clock.position(at)) {
            passDeadline(exercise, item, at);
        }
    }

    /** Nobody judged it in time. */
    void passDeadline(Exercise exercise, TimelineItem item, Instant at) {
        if (exercise.wasOut(item.deadlineClock)) {
            item.unjudge(item.deadlineClock);
            tell(exercise, item, ItemUnjudged::new, "its deadline fell into an outage", Journal.PLATFORM, at);
        } else {
            miss(exercise, item, item.deadlineClock, null, Journal.PLATFORM, at);
        }
    }

    private void judged(Exercise exercise, TimelineItem item, String actor, Instant at) {
        if (item.body() instanceof Body.Expectation) {
            judged.fire(new ExpectationJudged(exercise, item, actor, at));
        }
    }

    /** @param change that it came to */
    public void tell(Exercise exercise, TimelineItem item, Function<ItemChange.Facts, ItemChange> change, String reason,
            String actor, Instant at) {
        journal.append(exercise, at, change.apply(ItemChange.Facts.of(item, reason)), actor, Audience.CONTROL);
    }

    /** Looks at everything that waits for this item; whoever acts sets the pace when all is done. */
    void setOff(Exercise exercise, TimelineItem changed, Instant at) {
        dependents(exercise, changed, at).forEach(waiting -> evaluate(exercise, waiting, waiting.after()));
    }

    private List<TimelineItem> dependents(Exercise exercise, TimelineItem changed, Instant at) {
        List<TimelineItem> dependents = new ArrayList<>();
        for (TimelineItem waiting : ItemQueue.waitingFor(exercise.id, changed.key)) {
            After after = condition(exercise, waiting, at);
            if (after != null && after.items().contains(changed.key)) {
                dependents.add(waiting);
            }
        }
        return dependents;
    }

    /** One that cannot be read concerns the item that waits, not the one it waits for. */
    After condition(Exercise exercise, TimelineItem waiting, Instant at) {
        try {
            return waiting.after();
        } catch (IllegalStateException damaged) {
            if (!waiting.hasFailed()) {
                unreadable.fire(new Unreadable(exercise, waiting, damaged.getMessage(), at));
            }
            return null;
        }
    }

    private static void evaluate(Exercise exercise, TimelineItem waiting, After after) {
        List<TimelineItem> watched = ItemQueue.withKeys(exercise.id, after.items());
        List<Long> met = watched.stream().filter(item -> happened(item, after)).map(item -> since(item, after.is())).sorted()
                .toList();
        long delay = after.delay() == null ? 0 : ExerciseClock.micros(after.delay().onClock());
        if (!met.isEmpty() && (!after.all() || met.size() == after.items().size())) {
            long due = (after.all() ? met.get(met.size() - 1) : met.get(0)) + delay;
            waiting.fallDue(after.orAt() == null ? due : Math.min(due, ExerciseClock.micros(after.orAt().onClock())));
        } else if (after.all() ? watched.stream().anyMatch(item -> decidedOtherwise(item, after))
                : watched.stream().allMatch(item -> decidedOtherwise(item, after))) {
            waiting.fallDue(null);
        }
    }

    private static boolean happened(TimelineItem item, After after) {
        return switch (after.is()) {
            case RELEASED -> item.releasedAt != null;
            case COMPLETED -> item.state == ItemState.COMPLETED;
            case MISSED -> item.state == ItemState.MISSED;
            case CHOSEN -> item.state == ItemState.COMPLETED && item.option != null
                    && (after.option() == null || after.option().equals(item.option));
        };
    }

    /** Somebody chose another option: what waited for this one will not come, not even at its {@code orAt}. */
    private static boolean decidedOtherwise(TimelineItem item, After after) {
        return after.is() == Is.CHOSEN && item.state == ItemState.COMPLETED && !happened(item, after);
    }

    private static long since(TimelineItem item, Is is) {
        return is == Is.RELEASED ? item.counted() : item.settledClock;
    }

    /** However it began: what waits for this tree goes on. */
    void callTreeEnded(@Observes CallTreeEnded ended) {
        for (TimelineItem item : TimelineItem.of(ended.exercise().id)) {
            if (item.state == ItemState.RELEASED && item.body() instanceof Body.CallTree call
                    && call.tree().equals(ended.activation().treeKey)) {
                complete(ended.exercise(), item, null, ended.activation().result.key(), ended.actor(), ended.at());
            }
        }
    }

    /** Drill items are completed by the injection, revert items by the end of the revert. */
    void faultChanged(@Observes FaultChanged changed) {
        for (TimelineItem item : TimelineItem.of(changed.exercise().id)) {
            boolean injected = changed.drill().state == FaultState.INJECTED && item.body() instanceof Body.Drill drill
                    && drill.drill().equals(changed.drill().key);
            boolean reverted = changed.drill().state == FaultState.REVERTED && item.body() instanceof Body.Revert revert
                    && revert.drill().equals(changed.drill().key);
            if (item.state == ItemState.RELEASED && (injected || reverted)) {
                complete(changed.exercise(), item, null, null, changed.actor(), changed.at());
            }
        }
    }
}
