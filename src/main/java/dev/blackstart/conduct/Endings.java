package dev.blackstart.conduct;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.Calls;
import dev.blackstart.drills.Faults;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.Exercise.Outcome;

/** ENDEX and abort: the reverts of what is active begin, newest first, and the exercise ends at once. */
@ApplicationScoped
class Endings {

    private final Journal journal;
    private final Faults faults;
    private final Calls calls;
    private final Pace pace;
    private final JournalAnchors anchors;

    Endings(Journal journal, Faults faults, Calls calls, Pace pace, JournalAnchors anchors) {
        this.anchors = anchors;
        this.journal = journal;
        this.faults = faults;
        this.calls = calls;
        this.pace = pace;
    }

    void end(Exercise exercise, Outcome outcome, String reason, String actor, Instant at) {
        exercise.end(outcome, at);
        journal.append(exercise, at, "endex", actor, Audience.ROSTER, Map.of("outcome", outcome.key()));
        Reasons.tell(journal, exercise, "endex", reason, actor, at);
        faults.revertAll(exercise, outcome == Outcome.ABORTED ? "the exercise was aborted" : "the exercise has ended", actor,
                at);
        calls.standDown(exercise, actor, at);
        pace.set(exercise);
        anchors.send(exercise, "ENDEX", at);
    }
}
