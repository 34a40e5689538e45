package dev.blackstart.drills;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.GateCheck;
import dev.blackstart.planning.GateKey;

/** Every drill has an owner, a revert and a longest duration; without a revert nothing starts, whatever the reason. */
@ApplicationScoped
class DrillsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.DRILLS;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<PlanDocument.Drill> drills = exercise.plan().drills();
        if (drills.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<String> missing = new ArrayList<>();
        for (PlanDocument.Drill drill : drills) {
            if (drill.revert() == null) {
                return Answer.forbid("Give the drill " + drill.key() + " a revert: there is no fault without one.");
            }
            if (drill.owner() == null) {
                missing.add(drill.key() + " an owner");
            }
            if (drill.maxDuration() == null) {
                missing.add(drill.key() + " a maxDuration");
            }
        }
        return missing.isEmpty() ? Answer.PASS : Answer.fail("Give " + String.join(", ", missing) + ".");
    }
}
