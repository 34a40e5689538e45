package dev.blackstart.drills.clock;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.probe.sampling.ProbeChanged;

/** Marks a drill as recovered when the probe of its {@code recoveredWhen} returns into its tolerance after the injection. */
@ApplicationScoped
class RecoveryProbes {

    private final DrillMarks marks;

    RecoveryProbes(DrillMarks marks) {
        this.marks = marks;
    }

    void probeChanged(@Observes ProbeChanged changed) {
        if (changed.first() || !changed.sample().inside()) {
            return;
        }
        Exercise exercise = changed.exercise();
        Instant at = changed.sample().at();
        String probe = changed.probe().key;
        for (Drill drill : Drill.of(exercise.id)) {
            boolean isAfterInjection = drill.injectedAt != null && !at.isBefore(drill.injectedAt);
            if (isAfterInjection && probe.equals(recoveredWhen(exercise, drill))) {
                marks.byProbe(exercise, drill, DrillClock.RECOVERED, probe, null, at);
            }
        }
    }

    private static String recoveredWhen(Exercise exercise, Drill drill) {
        return exercise.plan().drill(drill.key).map(PlanDocument.Drill::recoveredWhen).orElse(null);
    }
}
