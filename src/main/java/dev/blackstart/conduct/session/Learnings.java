package dev.blackstart.conduct.session;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.TextLimits;

/** Records what a session learned, in the journal, for its whole roster. */
@ApplicationScoped
public class Learnings {

    private final Clock clock;
    private final Journal journal;

    Learnings(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @throws dev.blackstart.problem.Problem 403 for who is not control staff, 422 without a text, 409 outside conduct */
    @Transactional
    public void record(UUID exerciseId, String text, ExerciseAccess by) {
        by.must(Permission.SEE_CONTROL);
        String said = TextLimits.reason("text", text, "Write what was learned, in one sentence.").strip();
        Exercise exercise = Exercise.lock(exerciseId);
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
        journal.append(exercise, clock.instant(), new LearningRecorded(said), by.viewer(), Audience.ROSTER);
    }

    /** In their order. */
    static List<String> of(UUID exerciseId) {
        return JournalEntry.<JournalEntry> list("exerciseId = ?1 and type = ?2 order by seq", exerciseId, LearningRecorded.TYPE)
                .stream().map(entry -> entry.as(LearningRecorded.class).text()).toList();
    }
}
