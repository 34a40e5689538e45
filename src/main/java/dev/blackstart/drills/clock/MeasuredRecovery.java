package dev.blackstart.drills.clock;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.probe.sampling.ProbeChanged;
import dev.blackstart.probe.sampling.ProbeHistory;
import dev.blackstart.probe.sampling.ProbeState;

/** Marks drills as recovered when the probe of their {@code recoveredWhen} is inside its tolerance again. */
@ApplicationScoped
class MeasuredRecovery {

    private final DrillMarks marks;
    private final ProbeHistory history;

    MeasuredRecovery(DrillMarks marks, ProbeHistory history) {
        this.marks = marks;
        this.history = history;
    }

    void probeChanged(@Observes ProbeChanged changed) {
        if (!changed.isReturn()) {
            return;
        }
        for (Drill drill : Drill.of(changed.exercise().id)) {
            if (drill.injectedAt != null && changed.probe().key.equals(recoveredWhen(changed.exercise(), drill))) {
                marks.recoveredByProbe(changed.exercise(), drill, changed.probe().key, changed.sample().at());
            }
        }
    }

    /** What happened before the driver answered, and what did not happen until the fault was taken back. */
    void faultChanged(@Observes FaultChanged changed) {
        Drill drill = changed.drill();
        Probe probe = drill.injectedAt == null ? null
                : Optional.ofNullable(recoveredWhen(changed.exercise(), drill)).map(key -> Probe.of(drill.exerciseId, key))
                        .orElse(null);
        if (probe == null || probe.state != ProbeState.INSIDE) {
            return;
        }
        // the first sample of all is no return: the probe may be measured only since the fault was armed
        boolean isBack = probe.changedAt.isAfter(drill.armedAt) && probe.changedSample > 0;
        if (changed.event() instanceof FaultInjected && isBack) {
            marks.recoveredByProbe(changed.exercise(), drill, probe.key, probe.changedAt);
        } else if (changed.event() instanceof FaultRevertStarted && !isBack && isMeasuredSince(probe, drill)) {
            marks.recoveredByProbe(changed.exercise(), drill, probe.key + ", which never left its tolerance", drill.injectedAt);
        }
    }

    private boolean isMeasuredSince(Probe probe, Drill drill) {
        return history.newest(probe) != null && history.newest(probe).isAfter(drill.injectedAt);
    }

    private static String recoveredWhen(Exercise exercise, Drill drill) {
        return exercise.plan().drill(drill.key).map(planned -> planned.recoveredWhen()).orElse(null);
    }
}
