package dev.blackstart.insight.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.catalogue.PlanDocument.Notice;
import dev.blackstart.catalogue.PlanDocument.Type;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.exercise.Exercise;

/**
 * A drill of an exercise that is over, with what was measured.
 *
 * @param planned as the plan of that day says it
 * @param clocks empty where the fault was never injected
 * @param dataLost as people stated it, in words
 * @param result null while nobody judged it, as far as its reader may know
 */
public record DrillRun(Exercise exercise, PlanDocument plan, PlanDocument.Drill planned, Drill drill,
        List<ClockReading> clocks, List<String> dataLost, DrillResult result) {

    /** Of disaster, as the plan says it. */
    public String kind() {
        return planned.kind() == null ? "custom" : planned.kind();
    }

    public List<String> targets() {
        return drill.targets(planned);
    }

    public Environment environment() {
        return plan.environmentOf(planned);
    }

    /** Whether its people knew beforehand; a window tells them that something comes. */
    public boolean isUnannounced() {
        return exercise.notice == Notice.UNANNOUNCED;
    }

    /** Whether it was talked through, not done. */
    public boolean isTalk() {
        return plan.type().compareTo(Type.DRILL) < 0;
    }

    public boolean wasInjected() {
        return drill.injectedAt != null;
    }

    /** When it showed what it showed. */
    public Instant at() {
        return drill.injectedAt == null ? exercise.endedAt : drill.injectedAt;
    }

    public Optional<ClockReading> clock(DrillClock clock) {
        return clocks.stream().filter(reading -> reading.clock() == clock).findFirst();
    }

    public String name() {
        return exercise.name + ": " + drill.title;
    }

    public String href() {
        return href(exercise);
    }

    /** Where a reader of an exercise reads about it. */
    public static String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/report";
    }
}
