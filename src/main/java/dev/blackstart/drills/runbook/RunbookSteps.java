package dev.blackstart.drills.runbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Runbook;
import dev.blackstart.drills.runbook.RunbookView.StepView;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** Records and shows how the steps of runbooks were done: from STARTEX until the exercise is closed. */
@ApplicationScoped
public class RunbookSteps {

    private final Clock clock;
    private final Journal journal;
    private final Event<RunbookGap> gaps;

    RunbookSteps(Clock clock, Journal journal, Event<RunbookGap> gaps) {
        this.clock = clock;
        this.journal = journal;
        this.gaps = gaps;
    }

    /** Null where the plan has no such runbook. */
    public RunbookView of(Exercise exercise, String runbook) {
        return all(exercise).stream().filter(one -> one.key().equals(runbook)).findFirst().orElse(null);
    }

    public List<RunbookView> all(Exercise exercise) {
        List<RunbookStepRecord> records = RunbookStepRecord.of(exercise.id);
        Instant now = clock.instant();
        return exercise.plan().runbooks().stream().map(runbook -> view(exercise, runbook,
                records.stream().filter(record -> record.runbook.equals(runbook.key())).toList(), now)).toList();
    }

    private static RunbookView view(Exercise exercise, Runbook runbook, List<RunbookStepRecord> records,
            Instant now) {
        Map<String, RunbookStepRecord> newest = new LinkedHashMap<>();
        Map<String, Duration> took = new LinkedHashMap<>();
        StepTimes times = new StepTimes();
        for (RunbookStepRecord record : records) {
            if (newest.put(record.step, record) == null) {
                took.put(record.step, times.took(record.runbook,
                        ExerciseClock.duration(ClockHistory.position(exercise, record.createdAt, now))));
            }
        }
        List<StepView> steps = new ArrayList<>();
        for (Runbook.Step step : runbook.steps()) {
            steps.add(view(step, newest.get(step.key()), took.get(step.key())));
        }
        return new RunbookView(runbook.key(), runbook.title(), runbook.url(), newest.size(), steps);
    }

    private static StepView view(Runbook.Step step, RunbookStepRecord record, Duration took) {
        Duration expected = step.expected() == null ? null : step.expected().onClock();
        if (record == null) {
            return new StepView(step.key(), step.text(), expected, null, null, null, null, null, null, false,
                    null);
        }
        return new StepView(step.key(), step.text(), expected, record.state.key(),
                record.deviation == null ? null : record.deviation.key(), record.note, record.author, record.createdAt, took,
                expected != null && took != null && took.compareTo(expected) > 0, record.proposed);
    }

    /** @throws Problem 404 for no step of the plan, 422 for a deviation that says no reason */
    @Transactional
    public void record(UUID exerciseId, String runbookKey, String stepKey, StepForm form, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        Runbook runbook = exercise.plan().runbooks().stream().filter(one -> one.key().equals(runbookKey)).findFirst()
                .orElseThrow(Problem::notFound);
        Runbook.Step step = runbook.step(stepKey).orElseThrow(Problem::notFound);
        StepState state = StepState.of(form.state());
        Deviation deviation = state == StepState.DEVIATED ? Deviation.of(form.deviation()) : null;
        String note = text("note", form.note());
        String proposed = deviation == Deviation.NO_LONGER_FITS ? text("proposed", form.proposed()) : null;
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "recorded", exercise.state.allowed());
        }
        RunbookStepRecord last = last(exerciseId, runbookKey, stepKey);
        if (last != null && last.state == state && last.deviation == deviation && Objects.equals(last.note, note)
                && Objects.equals(last.proposed, proposed)) {
            return;
        }
        Instant at = clock.instant();
        new RunbookStepRecord(exerciseId, runbookKey, stepKey, state, deviation, note, proposed, by.viewer(), at)
                .persist();
        journal.append(exercise, at, new RunbookStepRecorded(runbookKey, stepKey, step.text(), state.key(),
                deviation == null ? null : deviation.key(), note, proposed), by.viewer(), Audience.CONTROL);
        boolean known = last != null && last.deviation == Deviation.NO_LONGER_FITS;
        if (deviation == Deviation.NO_LONGER_FITS && !known) {
            gaps.fire(new RunbookGap(exercise, "The step \"%s\" of the runbook \"%s\" no longer fits.%s".formatted(step.text(),
                    runbook.title(), note == null ? "" : " " + note), at));
        }
    }

    private static String text(String field, String typed) {
        return typed == null || typed.isBlank() ? null : TextLimits.atMost(TextLimits.REASON, field, typed.strip());
    }

    private static RunbookStepRecord last(UUID exerciseId, String runbook, String step) {
        return RunbookStepRecord.of(exerciseId).stream()
                .filter(record -> record.runbook.equals(runbook) && record.step.equals(step))
                .reduce((first, second) -> second).orElse(null);
    }

    /** Lets the pages of control staff list them. */
    @TemplateExtension(namespace = "runbooks")
    static final class OfExercise {

        private OfExercise() {
        }

        static List<RunbookView> of(UUID exercise) {
            return Arc.container().instance(RunbookSteps.class).get().all(Exercise.findById(exercise));
        }
    }
}
