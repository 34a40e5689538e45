package dev.blackstart.conduct.engine;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.Reality;
import dev.blackstart.catalogue.Reality.Shows;
import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.drills.clock.DrillMarked;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.probe.sampling.ProbeChanged;

/**
 * The story follows reality: items fall due when a clock of a drill stops or a probe changes its state. The first time counts;
 * delays run from the moment at which it was recorded, so nothing falls due in the past.
 */
@ApplicationScoped
class RealityTriggers {

    private final ItemProgress itemProgress;
    private final NextDueTracker nextDueTracker;

    RealityTriggers(ItemProgress itemProgress, NextDueTracker nextDueTracker) {
        this.itemProgress = itemProgress;
        this.nextDueTracker = nextDueTracker;
    }

    void drillMarked(@Observes DrillMarked marked) {
        Exercise exercise = marked.exercise();
        String drill = marked.drill().key;
        long position = exercise.clock.position(marked.at());
        each(exercise, drill, marked.at(), isOf(drill, marked.clock().key()),
                (item, after) -> fallDue(item, after, position));
        if (marked.clock() == DrillClock.DETECTED) {
            // whoever waits for nobody to detect it waits in vain
            each(exercise, drill, marked.at(), isOf(drill, Shows.UNDETECTED.key()),
                    (item, after) -> item.fallDue(after.orAt() == null ? null : Long.valueOf(micros(after.orAt()))));
        }
    }

    /** From the injection on somebody may detect it. */
    void faultChanged(@Observes FaultChanged changed) {
        if (changed.event() instanceof FaultInjected) {
            Exercise exercise = changed.exercise();
            Drill drill = changed.drill();
            long position = exercise.clock.position(changed.at());
            each(exercise, drill.key, changed.at(), isOf(drill.key, Shows.UNDETECTED.key()),
                    (item, after) -> fallDue(item, after, position + micros(after.reality().within())));
        }
    }

    void probeChanged(@Observes ProbeChanged changed) {
        if (!changed.isBreach() && !changed.isReturn()) {
            return;
        }
        Shows shows = changed.isBreach() ? Shows.BREACHED : Shows.INSIDE;
        String probe = changed.probe().key;
        long position = changed.exercise().clock.position(changed.at());
        each(changed.exercise(), probe, changed.at(), reality -> probe.equals(reality.probe()) && reality.is() == shows,
                (item, after) -> fallDue(item, after, position));
    }

    private static Predicate<Reality> isOf(String drill, String shows) {
        return reality -> drill.equals(reality.drill()) && reality.is().key().equals(shows);
    }

    private void each(Exercise exercise, String key, Instant at, Predicate<Reality> wanted,
            BiConsumer<TimelineItem, After> act) {
        boolean acted = false;
        for (TimelineItem waiting : ItemQueue.waitingFor(exercise.id, key)) {
            After after = itemProgress.condition(exercise, waiting, at);
            if (after != null && after.reality() != null && wanted.test(after.reality())) {
                act.accept(waiting, after);
                acted = true;
            }
        }
        if (acted) {
            nextDueTracker.set(exercise);
        }
    }

    private static void fallDue(TimelineItem item, After after, long position) {
        long due = position + (after.delay() == null ? 0 : micros(after.delay()));
        item.fallDue(item.dueClock == null ? due : Math.min(item.dueClock, due));
    }

    private static long micros(PlanDuration duration) {
        return ExerciseClock.micros(duration.onClock());
    }
}
