package dev.blackstart.drills.check;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.DrillResults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JudgementCheck;

/** Every drill whose fault was begun has a result. One that was never begun was not exercised, whatever anybody says. */
@ApplicationScoped
class DrillsJudged implements JudgementCheck {

    private final DrillResults results;

    DrillsJudged(DrillResults results) {
        this.results = results;
    }

    @Override
    public String key() {
        return "drills";
    }

    @Override
    public List<String> open(Exercise exercise) {
        return unjudged(exercise).map(drill -> "Set the result of the drill %s.".formatted(drill.key)).toList();
    }

    @Override
    public String words() {
        return "Set the results of the drills";
    }

    @Override
    public String href(Exercise exercise) {
        List<Drill> open = unjudged(exercise).toList();
        return "/exercises/" + exercise.id
                + (open.size() == 1 ? "/drills/" + open.get(0).key + "/result" : "#drills");
    }

    @Override
    public void markNotExercised(Exercise exercise, String actor, Instant at) {
        unjudged(exercise).toList().forEach(drill -> results.set(exercise, drill, DrillResult.INCONCLUSIVE,
                "Marked as not exercised when the exercise was closed.", actor, at));
    }

    private static Stream<Drill> unjudged(Exercise exercise) {
        return exercise.isRehearsal() ? Stream.of()
                : Drill.of(exercise.id).stream().filter(drill -> drill.armedAt != null && drill.result == null);
    }
}
