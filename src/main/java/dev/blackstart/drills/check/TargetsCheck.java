package dev.blackstart.drills.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.gate.GateCheck;

/**
 * No two live exercises break the same thing at once. Whoever reads the answer may play in the other one, and "your target is
 * in
 * use" would tell them what it breaks. So the answer names nothing, and before STARTEX it fails as well whenever somebody of
 * control
 * staff plays or observes elsewhere, whatever is touched there: for them it is the same answer with and without a shared
 * target.
 */
@ApplicationScoped
class TargetsCheck implements GateCheck {

    private static final Answer IN_USE = Answer.fail("Something that this exercise needs is in use: a target, or a person who "
            + "takes part in another exercise, or what may be taken at once. Wait, or ask a Master of Disaster.");

    private final BlastRadiusLimits limits;

    TargetsCheck(BlastRadiusLimits limits) {
        this.limits = limits;
    }

    @Override
    public GateKey key() {
        return GateKey.TARGETS;
    }

    @Override
    public Answer check(Exercise exercise) {
        Set<String> own = targets(exercise);
        if (own.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        boolean together = exercise.plan().drills().stream().anyMatch(drill -> limits.isExceededWithOthers(exercise, drill));
        return isShared(own, exercise) || together || takesPartElsewhere(exercise) ? IN_USE : Answer.PASS;
    }

    /** Where somebody takes part was decided at STARTEX: it does not hold the faults of what runs. */
    @Override
    public Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        Set<String> own = targets(exercise);
        return !own.isEmpty() && isShared(own, exercise) || limits.isExceededWithOthers(exercise, drill) ? IN_USE : Answer.PASS;
    }

    private static boolean isShared(Collection<String> own, Exercise exercise) {
        List<Exercise> others = Exercise.list(
                "from Exercise e where e.mode = ?1 and e.id <> ?2 and (e.state in ?3 or e.state = ?4 and exists "
                        + "(select 1 from Drill d where d.exerciseId = e.id and d.state in ?5))",
                Mode.LIVE, exercise.id, ExerciseState.LIVE, ExerciseState.ENDED, FaultState.ACTIVE);
        return others.stream().flatMap(other -> targets(other).stream()).anyMatch(own::contains);
    }

    private static boolean takesPartElsewhere(Exercise exercise) {
        return RosterEntry.count("""
                from RosterEntry r, Exercise e, RosterEntry c where e.id = r.exerciseId and e.id <> ?1 and e.mode = ?2
                    and e.state in ?3 and r.role in ?4 and c.exerciseId = ?1 and c.person = r.person and c.role in ?5""",
                exercise.id, Mode.LIVE, ExerciseState.LIVE, List.of(ExerciseRole.PLAYER, ExerciseRole.OBSERVER),
                ExerciseRole.CONTROL_STAFF) > 0;
    }

    private static Set<String> targets(Exercise exercise) {
        return exercise.plan().drills().stream().flatMap(drill -> drill.targets().stream()).collect(Collectors.toSet());
    }
}
