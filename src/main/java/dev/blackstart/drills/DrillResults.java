package dev.blackstart.drills;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;

/** Writes down what a drill showed; whoever calls it holds the head row's lock and has looked at who may. */
@ApplicationScoped
public class DrillResults {

    private final Journal journal;

    DrillResults(Journal journal) {
        this.journal = journal;
    }

    /** What {@link #set} accepts: a drill that never happened or was aborted is inconclusive. */
    public static List<DrillResult> possible(Exercise exercise, Drill drill) {
        return drill.injectedAt == null || exercise.outcome == Outcome.ABORTED ? List.of(DrillResult.INCONCLUSIVE)
                : List.of(DrillResult.values());
    }

    /** @throws Problem 409 for a pass or a failure of what never happened, or was aborted */
    public void set(Exercise exercise, Drill drill, DrillResult result, String reason, String actor, Instant at) {
        if (result != DrillResult.INCONCLUSIVE && drill.injectedAt == null) {
            throw Problem.conflict("The fault was never injected, so the drill is inconclusive at most.");
        }
        if (result != DrillResult.INCONCLUSIVE && exercise.outcome == Outcome.ABORTED) {
            throw Problem.conflict("The exercise was aborted, so its drills are inconclusive.");
        }
        drill.judge(result, reason, actor, at);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("drill", drill.key);
        facts.put("title", drill.title);
        facts.put("result", result.key());
        facts.put("reason", reason);
        journal.append(exercise, at, "drill-result", actor, Audience.CONTROL, facts);
    }
}
