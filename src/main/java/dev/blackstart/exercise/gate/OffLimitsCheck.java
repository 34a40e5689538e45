package dev.blackstart.exercise.gate;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.SystemNames;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Targets;

/** No drill touches what the plan or the directory puts off limits, by whatever name. */
@ApplicationScoped
class OffLimitsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.OFF_LIMITS;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        SystemNames names = new SystemNames(plan);
        List<String> touched = Targets.of(plan).stream().filter(names::isOffLimits).sorted().toList();
        return touched.isEmpty() ? Answer.PASS
                : Answer.forbid("Take out of the drills' targets, they are off limits: " + String.join(", ", touched) + ".");
    }
}
