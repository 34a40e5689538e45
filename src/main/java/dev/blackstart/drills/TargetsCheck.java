package dev.blackstart.drills;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseState;
import dev.blackstart.planning.GateCheck;
import dev.blackstart.planning.GateKey;
import dev.blackstart.planning.Mode;

/** No two live exercises break the same thing at once. */
@ApplicationScoped
class TargetsCheck implements GateCheck {

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
        List<Exercise> others = Exercise.list(
                "from Exercise e where e.mode = ?1 and e.id <> ?2 and (e.state in ?3 or e.state = ?4 and exists "
                        + "(select 1 from Drill d where d.exerciseId = e.id and d.state in ?5))",
                Mode.LIVE, exercise.id,
                List.of(ExerciseState.RUNNING, ExerciseState.PAUSED), ExerciseState.ENDED, FaultState.ACTIVE);
        List<String> shared = others.stream().flatMap(other -> targets(other).stream()).filter(own::contains).distinct()
                .sorted().toList();
        return shared.isEmpty() ? Answer.PASS
                : Answer.fail("Another running exercise uses the same targets; wait for its end: " + String.join(", ", shared)
                        + ".");
    }

    private static Set<String> targets(Exercise exercise) {
        return exercise.plan().drills().stream().flatMap(drill -> drill.targets().stream()).collect(Collectors.toSet());
    }
}
