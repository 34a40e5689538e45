package dev.blackstart.rehearsal;

import java.time.Duration;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.ExerciseClock;

/**
 * An item of the timeline, as it was planned and as far as it came. Positions are microseconds of the exercise clock.
 *
 * @param entry key of the plan's own item, which is repeated where it is one of several teams'
 * @param at where the plan puts it, or null
 * @param released where it was released, or null
 */
record RehearsalStep(String key, String entry, Body body, Long at, After after, String assume, ItemState state, Long released,
        String option) {

    static RehearsalStep planned(TimelineEntry entry) {
        return new RehearsalStep(entry.key(), entry.key(), entry.body(), micros(entry.at()), entry.after(), entry.assume(),
                ItemState.PENDING, null, null);
    }

    /** @param state what became of it before the end skipped what was left */
    static RehearsalStep of(TimelineItem item, ItemState state, Map<String, TimelineEntry> plan) {
        TimelineEntry entry = plan.getOrDefault(item.key, plan.get(withoutTeam(item.key)));
        After after = item.after();
        Long at = entry != null && entry.at() != null ? micros(entry.at()) : after == null ? item.dueClock : null;
        return new RehearsalStep(item.key, entry == null ? item.key : entry.key(), item.body(), at, after, item.assume, state,
                item.releasedClock, item.option);
    }

    static String withoutTeam(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    boolean wasReleased() {
        return released != null;
    }

    /** How long it may take until it is missed; null where it is never missed by itself. */
    Long within() {
        return body instanceof Body.Expectation expectation ? micros(expectation.within()) : null;
    }

    static Long micros(PlanDuration duration) {
        Duration length = duration == null ? null : duration.onClock();
        return length == null ? null : ExerciseClock.micros(length);
    }
}
