package dev.blackstart.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.people.Person;

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
        Set<String> left = Person.leftAmong(drills.stream().map(PlanDocument.Drill::owner).filter(Objects::nonNull).toList());
        List<String> missing = new ArrayList<>();
        for (PlanDocument.Drill drill : drills) {
            if (drill.revert() == null) {
                return Answer.forbid("Give the drill " + drill.key() + " a revert: there is no fault without one.");
            }
            if (drill.owner() == null) {
                missing.add(drill.key() + " an owner");
            } else if (left.contains(drill.owner())) {
                missing.add(drill.key() + " another owner, since " + drill.owner() + " has left the organisation");
            }
            if (drill.maxDuration() == null) {
                missing.add(drill.key() + " a maxDuration");
            }
        }
        return missing.isEmpty() ? Answer.PASS : Answer.fail("Give " + String.join(", ", missing) + ".");
    }
}
