package dev.blackstart.exercise.gate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    private final Clock clock;

    RolesCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public GateKey key() {
        return GateKey.ROLES;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        List<ExerciseRole> needed = inCharge(plan);
        if (!plan.objectives().isEmpty()) {
            needed.add(ExerciseRole.EVALUATOR);
        }
        Answer filled = filled(exercise, needed, 0);
        return filled == Answer.PASS ? independent(exercise) : filled;
    }

    /** Whoever answers for the fault is on duty now. */
    @Override
    public Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        Answer filled = filled(exercise, inCharge(exercise.plan()), exercise.clock.position(clock.instant()));
        return filled == Answer.PASS ? independent(exercise) : filled;
    }

    private static List<ExerciseRole> inCharge(PlanDocument plan) {
        List<ExerciseRole> needed = new ArrayList<>(List.of(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER));
        if (ApprovalStatus.isDangerous(plan)) {
            needed.add(ExerciseRole.SAFETY_OFFICER);
        }
        return needed;
    }

    /** @param position of the clock at which they have to be on duty */
    private static Answer filled(Exercise exercise, List<ExerciseRole> needed, long position) {
        List<RosterEntry> seats = RosterEntry.of(exercise.id);
        Set<String> left = Person.leftAmong(seats.stream().map(seat -> seat.person).toList());
        seats.stream().filter(seat -> seat.isOnDuty(position) && !left.contains(seat.person))
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

    /** Nobody guards a fault of their own. */
    private static Answer independent(Exercise exercise) {
        Set<String> officers = RosterEntry.of(exercise.id).stream().filter(seat -> seat.role == ExerciseRole.SAFETY_OFFICER)
                .map(seat -> seat.person).collect(Collectors.toSet());
        List<String> own = exercise.plan().drills().stream()
                .filter(drill -> drill.owner() != null && officers.contains(drill.owner()))
                .map(drill -> drill.owner() + " owns " + drill.key()).toList();
        return own.isEmpty() ? Answer.PASS
                : Answer.fail("The safety officer owns no drill of the exercise: " + String.join(", ", own)
                        + ". Give the drill another owner, or seat another safety officer.");
    }
}
