package dev.blackstart.drills.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.ClockTargets;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** Reads the clocks of drills; for control staff alone. */
@ApplicationScoped
public class DrillClocks {

    private final Clock clock;

    DrillClocks(Clock clock) {
        this.clock = clock;
    }

    public List<ClockReading> of(Exercise exercise, Drill drill) {
        ClockTargets targets = exercise.plan().drill(drill.key).map(PlanDocument.Drill::clockTargets).orElse(null);
        List<Mark> marks = DrillMark.of(drill.id).stream().map(DrillMark::mark).toList();
        return ClockReading.of(targets, drill.injectedAt, exercise.endedAt, marks, now(), exercise.clock.speed);
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets pages of control staff show them beside the drills they list. */
    @TemplateExtension(namespace = "drillclock")
    static final class OfDrill {

        private OfDrill() {
        }

        static List<ClockReading> of(UUID exercise, String drill) {
            Drill found = Drill.of(exercise, drill);
            return found == null ? List.of()
                    : Arc.container().instance(DrillClocks.class).get().of(Exercise.findById(exercise), found);
        }

        /** The first that has not stopped and takes a mark without more words; null where there is none. */
        static ClockReading next(UUID exercise, String drill) {
            return of(exercise, drill).stream().filter(reading -> reading.isOpen() && !reading.clock().hasPath()).findFirst()
                    .orElse(null);
        }

        /** Drills whose fault was injected. */
        static List<Drill> begun(UUID exercise) {
            return Drill.of(exercise).stream().filter(drill -> drill.injectedAt != null).toList();
        }
    }
}
