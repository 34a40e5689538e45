package dev.blackstart.conduct.engine;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.Calls;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ItemEvent.ItemsSkipped;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.JournalAnchors;
import dev.blackstart.conduct.Reasons;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;

/** ENDEX and abort: the reverts of what is active begin, newest first, and the exercise ends at once. */
@ApplicationScoped
public class ExerciseTermination {

    private final Journal journal;
    private final Faults faults;
    private final Calls calls;
    private final NextDueTracker nextDueTracker;
    private final JournalAnchors anchors;

    ExerciseTermination(Journal journal, Faults faults, Calls calls, NextDueTracker nextDueTracker, JournalAnchors anchors) {
        this.anchors = anchors;
        this.journal = journal;
        this.faults = faults;
        this.calls = calls;
        this.nextDueTracker = nextDueTracker;
    }

    public void end(Exercise exercise, Outcome outcome, String reason, String actor, Instant at) {
        exercise.end(outcome, at);
        journal.append(exercise, at, new ExerciseEnded(outcome.key()), actor, Audience.ROSTER);
        Reasons.tell(journal, exercise, ExerciseEnded.TYPE, reason, actor, at);
        faults.revertAll(exercise, outcome == Outcome.ABORTED ? "the exercise was aborted" : "the exercise has ended", actor,
                at);
        skipRest(exercise, actor, at);
        calls.standDown(exercise, actor, at);
        nextDueTracker.set(exercise);
        anchors.send(exercise, "ENDEX", at);
    }

    /** What was never released is skipped by the end: one entry for all. */
    private void skipRest(Exercise exercise, String actor, Instant at) {
        List<TimelineItem> rest = TimelineItem.of(exercise.id).stream().filter(item -> item.state.isWaiting()).toList();
        if (!rest.isEmpty()) {
            List<String> held = rest.stream().filter(item -> item.state == ItemState.HELD).map(item -> item.key).toList();
            rest.forEach(TimelineItem::skip);
            journal.append(exercise, at, new ItemsSkipped(rest.stream().map(item -> item.key).toList(), held), actor,
                    Audience.CONTROL);
        }
    }
}
