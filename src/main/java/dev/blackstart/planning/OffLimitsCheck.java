package dev.blackstart.planning;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;

/** No drill touches what the plan puts off limits. */
@ApplicationScoped
class OffLimitsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.OFF_LIMITS;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        List<String> touched = plan.drills().stream().flatMap(drill -> drill.targets().stream())
                .filter(plan.offLimits()::contains).distinct().toList();
        return touched.isEmpty() ? Answer.PASS
                : Answer.forbid("Take out of the drills' targets, they are off limits: " + String.join(", ", touched) + ".");
    }
}
