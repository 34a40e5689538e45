package dev.blackstart.drills.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;

/** Records when the clocks of drills stopped: from the injection of the fault until the exercise is closed. */
@ApplicationScoped
public class DrillMarks {

    /** A phone's clock may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Clock clock;
    private final Journal journal;
    private final Event<DrillMarked> marked;

    DrillMarks(Clock clock, Journal journal, Event<DrillMarked> marked) {
        this.clock = clock;
        this.journal = journal;
        this.marked = marked;
    }

    /** @param fresh false where the same person said the same last, and nothing was added */
    public record Recorded(DrillMark mark, boolean fresh) {
    }

    /** @throws Problem 409 where the fault was not injected, 422 for a time before it or in the future */
    @Transactional
    public Recorded record(UUID exerciseId, String key, MarkForm form, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        Drill drill = Drill.of(exerciseId, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        Instant now = clock.instant();
        Mark mark = form.read(by.viewer(), now);
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "marked", exercise.state.allowed());
        }
        if (drill.injectedAt == null) {
            throw Problem.conflict("The fault was not injected, so there is nothing to measure yet.");
        }
        Mark fitted = fitted(mark, drill, now);
        DrillMark last = last(drill, fitted);
        if (last != null && form.at() != null && last.mark().equals(fitted)) {
            return new Recorded(last, false);
        }
        return new Recorded(add(exercise, drill, fitted, now), true);
    }

    private static Mark fitted(Mark mark, Drill drill, Instant now) {
        if (mark.at().isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("at", "This time is in the future; leave it empty for now.");
        }
        Instant at = mark.at().isAfter(now) ? now : mark.at().truncatedTo(ChronoUnit.MICROS);
        // whoever writes no seconds means some moment of that minute
        boolean sameMinute = at.isBefore(drill.injectedAt) && !at.isBefore(drill.injectedAt.truncatedTo(ChronoUnit.MINUTES));
        if (at.isBefore(drill.injectedAt) && !sameMinute) {
            throw Problem.invalid("at", "This time is before the fault was injected at %s.".formatted(drill.injectedAt));
        }
        return new Mark(mark.clock(), sameMinute ? drill.injectedAt : at, mark.source(), mark.author(), mark.basis(),
                mark.how(),
                mark.path(), mark.extent());
    }

    /** An expected alert came: the drill was detected. The head row's lock is held. */
    public void byAlert(Exercise exercise, Drill drill, String alert, Instant at) {
        measured(exercise, drill,
                new Mark(DrillClock.DETECTED, at, MarkSource.ALERT, Journal.PLATFORM, alert, null, null, null));
    }

    /**
     * A probe shows that the drill's target works again. The head row's lock is held. While the fault is there a later return
     * counts instead of an earlier one, which did not last; from its revert on the first mark stays.
     *
     * @param basis the probe's key, and what else it shows
     */
    void recoveredByProbe(Exercise exercise, Drill drill, String basis, Instant at) {
        Mark mark = new Mark(DrillClock.RECOVERED, at, MarkSource.PROBE, Journal.PLATFORM, basis, null, null, null);
        if (drill.state == FaultState.INJECTED || last(drill, mark) == null) {
            addMeasured(exercise, drill, mark);
        }
    }

    private void measured(Exercise exercise, Drill drill, Mark mark) {
        if (drill.injectedAt != null && last(drill, mark) == null) {
            addMeasured(exercise, drill, mark);
        }
    }

    private void addMeasured(Exercise exercise, Drill drill, Mark mark) {
        Instant at = mark.at().isBefore(drill.injectedAt) ? drill.injectedAt : mark.at();
        add(exercise, drill, new Mark(mark.clock(), at, mark.source(), mark.author(), mark.basis(), mark.how(), mark.path(),
                mark.extent()), clock.instant());
    }

    private static DrillMark last(Drill drill, Mark mark) {
        List<DrillMark> same = DrillMark.of(drill.id).stream().filter(one -> one.mark().isOfSameVoice(mark)).toList();
        return same.isEmpty() ? null : same.get(same.size() - 1);
    }

    private DrillMark add(Exercise exercise, Drill drill, Mark mark, Instant now) {
        DrillMark added = new DrillMark(drill, mark, now);
        added.persist();
        journal.append(exercise, now, ClockMarked.of(drill.key, drill.title, mark), mark.author(), Audience.CONTROL);
        marked.fire(new DrillMarked(exercise, drill, mark.clock(), now));
        return added;
    }
}
