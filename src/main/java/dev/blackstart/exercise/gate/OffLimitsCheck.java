package dev.blackstart.exercise.gate;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Targets;
import dev.blackstart.people.system.SystemEntry;

/** No drill touches what the plan or the directory puts off limits. */
@ApplicationScoped
class OffLimitsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.OFF_LIMITS;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        Set<String> targets = Targets.of(plan);
        Set<String> touched = new TreeSet<>(targets);
        touched.retainAll(plan.offLimits());
        SystemEntry.among(targets).stream().filter(system -> system.offLimits).forEach(system -> touched.add(system.key));
        return touched.isEmpty() ? Answer.PASS
                : Answer.forbid("Take out of the drills' targets, they are off limits: " + String.join(", ", touched) + ".");
    }
}
