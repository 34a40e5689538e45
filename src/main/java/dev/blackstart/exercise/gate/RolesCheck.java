package dev.blackstart.exercise.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.approval.ApprovalStatus;
import dev.blackstart.people.Person;

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
        if (ApprovalStatus.isDangerous(plan)) {
            needed.add(ExerciseRole.SAFETY_OFFICER);
        }
        if (!plan.objectives().isEmpty()) {
            needed.add(ExerciseRole.EVALUATOR);
        }
        List<RosterEntry> seats = RosterEntry.of(exercise.id);
        Set<String> left = Person.leftAmong(seats.stream().map(seat -> seat.person).toList());
        seats.stream().filter(seat -> seat.isOnDuty(0) && !left.contains(seat.person))
                .forEach(seat -> needed.remove(seat.role));
        if (needed.isEmpty()) {
            return Answer.PASS;
        }
        String roles = String.join(", ", needed.stream().map(ExerciseRole::key).toList());
        List<String> gone = seats.stream().filter(seat -> needed.contains(seat.role) && left.contains(seat.person))
                .map(seat -> seat.person).distinct().toList();
        return Answer.fail("Fill on the roster: " + roles + "."
                + (gone.isEmpty() ? "" : " No longer in the organisation: " + String.join(", ", gone) + "."));
    }
}
