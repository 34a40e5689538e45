package dev.blackstart.drills.view;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.AttemptSettings;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;

/** Shows drills: control staff everything; others a title and a state, once it was revealed or the exercise has ended. */
@ApplicationScoped
public class DrillViews {

    private final Drivers drivers;

    DrillViews(Drivers drivers) {
        this.drivers = drivers;
    }

    public List<DrillView> of(Exercise exercise, ExerciseAccess sight) {
        return Drill.of(exercise.id).stream().filter(drill -> isVisible(drill, exercise, sight))
                .map(drill -> of(drill, exercise, sight)).toList();
    }

    public static boolean isVisible(Drill drill, Exercise exercise, ExerciseAccess sight) {
        boolean over = exercise.state.hasEnded();
        return sight.may(Permission.SEE_TOUCHED)
                || !sight.outOfPlay() && (drill.revealedAt != null || over && drill.armedAt != null);
    }

    public DrillView of(Drill drill, Exercise exercise, ExerciseAccess sight) {
        if (!sight.control() && sight.isTrustedAgent()) {
            return touched(drill, exercise);
        }
        if (!sight.control()) {
            return new DrillView(drill.id.toString(), drill.title, null, drill.state.key(), drill.verified, null, null, null,
                    null,
                    null, drill.injectedAt, null, drill.revertedAt, null, null, null, null, null, null);
        }
        return whole(drill, exercise);
    }

    /** As a trusted agent sees it: what is touched and when, not what is done to it. */
    private static DrillView touched(Drill drill, Exercise exercise) {
        List<String> targets = exercise.plan().drill(drill.key).map(PlanDocument.Drill::targets).orElse(List.of());
        return new DrillView(drill.id.toString(), "Fault on " + String.join(", ", targets), null, drill.state.key(),
                drill.verified, null, targets, null, null, drill.armedAt, drill.injectedAt, null, drill.revertedAt, null, null,
                null, null, null, null);
    }

    /** As control staff see it. */
    public DrillView whole(Drill drill, Exercise exercise) {
        PlanDocument.Drill planned = exercise.plan().drill(drill.key).orElse(null);
        if (planned == null) {
            return new DrillView(drill.key, drill.title, null, drill.state.key(), drill.verified, null, List.of(), null, null,
                    drill.armedAt, drill.injectedAt, drill.revertingAt, drill.revertedAt, drill.revertBy, null, null, null,
                    "The plan has no drill of this key.", List.of());
        }
        return new DrillView(drill.key, drill.title, planned.kind(), drill.state.key(), drill.verified, planned.owner(),
                planned.targets(), planned.hypothesis(), instruction(drill, planned), drill.armedAt, drill.injectedAt,
                drill.revertingAt, drill.revertedAt, drill.revertBy, drill.result == null ? null : drill.result.key(),
                drill.resultReason, drill.resultBy, drill.failure,
                FaultAttempt.of(drill.id).stream().map(DriverCallLine::of).toList());
    }

    private String instruction(Drill drill, PlanDocument.Drill planned) {
        return switch (drill.state) {
            case ARMED -> drivers.instruction(planned.fault());
            case INJECTED, REVERTING, FAILED -> drivers.instruction(AttemptSettings.revertNow(drill, planned, drivers));
            case PLANNED, REVERTED, HANDED_OVER -> null;
        };
    }
}
