package dev.blackstart.planning;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;

/** Director and controller; a safety officer where it gets dangerous; an evaluator where there is something to evaluate. */
@ApplicationScoped
class RolesCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.ROLES;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        List<ExerciseRole> needed = new ArrayList<>(List.of(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER));
        if (Standing.isDangerous(plan)) {
            needed.add(ExerciseRole.SAFETY_OFFICER);
        }
        if (!plan.objectives().isEmpty()) {
            needed.add(ExerciseRole.EVALUATOR);
        }
        RosterEntry.of(exercise.id).stream().filter(entry -> entry.isOnDuty(0)).forEach(entry -> needed.remove(entry.role));
        return needed.isEmpty() ? Answer.PASS
                : Answer.fail(
                        "Fill on the roster: " + String.join(", ", needed.stream().map(ExerciseRole::key).toList()) + ".");
    }
}
