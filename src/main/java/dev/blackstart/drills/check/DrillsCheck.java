package dev.blackstart.drills.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.people.Person;

/** Every drill has an owner, a revert and a longest duration; without a revert nothing starts, whatever the reason. */
@ApplicationScoped
class DrillsCheck implements GateCheck {

    /** From this intensity on, a drill says how people would know of the fault, and how they get back. */
    private static final int WRITTEN_DOWN = 3;

    private final BlastRadiusLimits limits;

    DrillsCheck(BlastRadiusLimits limits) {
        this.limits = limits;
    }

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
            missing.addAll(unwritten(exercise.plan(), drill));
        }
        List<String> todo = new ArrayList<>();
        if (!missing.isEmpty()) {
            todo.add("Give " + String.join(", ", missing) + ".");
        }
        drills.forEach(drill -> todo.addAll(limits.exceededBy(drill)));
        return todo.isEmpty() ? Answer.PASS : Answer.fail(String.join(" ", todo));
    }

    /** What only drills with much at stake must say. */
    private static List<String> unwritten(PlanDocument plan, PlanDocument.Drill drill) {
        List<String> missing = new ArrayList<>();
        if (plan.intensity() >= WRITTEN_DOWN && drill.detection() == null) {
            missing.add(drill.key() + " a detection");
        }
        if (plan.intensity() >= WRITTEN_DOWN && drill.backout() == null) {
            missing.add(drill.key() + " a backout");
        }
        if (plan.environmentOf(drill) == Environment.PRODUCTION && drill.blastRadius() == null) {
            missing.add(drill.key() + " a blastRadius");
        }
        return missing;
    }

    @Override
    public Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        List<String> exceeded = limits.exceededWithOwn(exercise, drill);
        return exceeded.isEmpty() ? check(exercise)
                : Answer.forbid(String.join(" ", exceeded) + " Revert one of them first.");
    }
}
