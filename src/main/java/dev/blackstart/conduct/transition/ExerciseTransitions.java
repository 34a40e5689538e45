package dev.blackstart.conduct.transition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ExerciseClosing;
import dev.blackstart.conduct.ExerciseEvent.CaughtUp;
import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseResumed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.GateEvaluated;
import dev.blackstart.conduct.ExerciseEvent.GateOverridden;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.JournalAnchors;
import dev.blackstart.conduct.Reasons;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ExerciseTermination;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.CatchUp;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.exercise.StartLock;
import dev.blackstart.exercise.confirmation.AwaitingSecondPerson;
import dev.blackstart.exercise.confirmation.TwoPersonAct;
import dev.blackstart.exercise.confirmation.TwoPersonRule;
import dev.blackstart.exercise.confirmation.TwoPersonRule.Details;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.page.ExerciseApi;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Moves an exercise through its life: the acts of the director, and of whoever else may pause, resume, abort or close. */
@ApplicationScoped
public class ExerciseTransitions {

    private final Clock clock;
    private final Journal journal;
    private final Scheduling scheduling;
    private final Gate gate;
    private final ExerciseTermination exerciseTermination;
    private final ItemProgress itemProgress;
    private final NextDueTracker nextDueTracker;
    private final Closing closing;
    private final JournalAnchors anchors;
    private final TwoPersonRule twoPersonRule;
    private final Event<ExerciseClosing> closings;

    ExerciseTransitions(Clock clock, Journal journal, Scheduling scheduling, Gate gate, ExerciseTermination exerciseTermination,
            ItemProgress itemProgress, NextDueTracker nextDueTracker,
            Closing closing, JournalAnchors anchors, TwoPersonRule twoPersonRule, Event<ExerciseClosing> closings) {
        this.closings = closings;
        this.twoPersonRule = twoPersonRule;
        this.anchors = anchors;
        this.clock = clock;
        this.journal = journal;
        this.scheduling = scheduling;
        this.gate = gate;
        this.exerciseTermination = exerciseTermination;
        this.itemProgress = itemProgress;
        this.nextDueTracker = nextDueTracker;
        this.closing = closing;
    }

    /** Where to, and what belongs to it. */
    public record Wish(ExerciseState to, Outcome outcome, String reason, String override, CatchUp catchUp) {
    }

    /** Asking for the state it already has changes nothing. */
    @Transactional(dontRollbackOn = AwaitingSecondPerson.class)
    public Exercise move(UUID id, Wish wish, ExerciseAccess by) {
        if (wish.to() == null) {
            throw Problem.invalid("to", "Say where to: scheduled, running, paused, ended, closed or cancelled.");
        }
        mustBeAllowed(wish.to(), wish.outcome(), by);
        TextLimits.atMost(TextLimits.REASON, "reason", wish.reason());
        TextLimits.atMost(TextLimits.REASON, "override", wish.override());
        Exercise exercise = Exercise.lock(id);
        Instant at = clock.instant();
        String actor = by.viewer();
        if (exercise.state == wish.to()) {
            return exercise;
        }
        switch (wish.to()) {
            case SCHEDULED -> scheduling.schedule(exercise, actor, at);
            case CANCELLED -> scheduling.cancel(exercise, wish.reason(), actor, at);
            case RUNNING -> run(exercise, wish, by, at);
            case PAUSED -> pause(exercise, wish.reason(), actor, at);
            case ENDED ->
                exerciseTermination.end(exercise, wish.outcome() == null ? Outcome.COMPLETED : wish.outcome(), wish.reason(),
                        actor,
                        at);
            case CLOSED -> close(exercise, true, reason(wish), actor, at);
            case DRAFT -> throw new IllegalTransition("The exercise", exercise.state.key(), "draft", exercise.state.allowed());
        }
        return exercise;
    }

    /** What can be refused without looking at the exercise's state is refused first. */
    public static void mustBeAllowed(ExerciseState to, Outcome outcome, ExerciseAccess by) {
        switch (to) {
            case DRAFT, SCHEDULED, CANCELLED -> by.must(Permission.SCHEDULE);
            case RUNNING -> {
                if (!by.may(Permission.RESUME)) {
                    by.must(Permission.RESUME_AFTER_NO_DUFF);
                }
            }
            case PAUSED -> by.must(Permission.PAUSE);
            case ENDED -> by.must(outcome == Outcome.ABORTED ? Permission.ABORT : Permission.END);
            case CLOSED -> by.must(Permission.CLOSE);
        }
    }

    private void run(Exercise exercise, Wish wish, ExerciseAccess by, Instant at) {
        if (exercise.state == ExerciseState.PAUSED) {
            resume(exercise, wish, by, at);
        } else {
            start(exercise, wish.override(), by, at);
        }
        nextDueTracker.set(exercise);
    }

    private void start(Exercise exercise, String override, ExerciseAccess by, Instant at) {
        by.must(Permission.START);
        if (exercise.state != ExerciseState.SCHEDULED) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "running", exercise.state.allowed());
        }
        StartLock.take();
        List<Gate.Checked> checks = gate.look(exercise);
        List<Gate.Checked> failed = checks.stream().filter(Gate.Checked::failed).toList();
        boolean overridden = override != null && !override.isBlank()
                && failed.stream().allMatch(check -> check.answer().overridable());
        if (!failed.isEmpty() && !overridden) {
            String advice = String.join(" ", failed.stream().map(check -> check.answer().advice()).toList());
            throw Problem.conflict("The gate does not pass. " + advice).with("checks",
                    ExerciseApi.gate(checks).get("checks"));
        }
        String second = failed.isEmpty() ? null
                : twoPersonRule.require(exercise, TwoPersonAct.START, new Details(override, null), by.viewer(), at);
        exercise.start(at);
        exercise.override(failed.stream().map(Gate.Checked::key).toList());
        if (!exercise.isRehearsal()) {
            journal.append(exercise, at, GateEvaluated.of(checks), by.viewer(), Audience.CONTROL);
        }
        if (!failed.isEmpty()) {
            journal.append(exercise, at,
                    new GateOverridden(override, failed.stream().map(check -> check.key().key()).toList(), second),
                    by.viewer(),
                    Audience.CONTROL);
        }
        journal.append(exercise, at, new ExerciseStarted(), by.viewer(), Audience.ROSTER);
    }

    private void pause(Exercise exercise, String reason, String actor, Instant at) {
        exercise.pause(PauseReason.ASKED, at);
        journal.append(exercise, at, ExercisePaused.of(PauseReason.ASKED), actor, Audience.ROSTER);
        Reasons.tell(journal, exercise, ExercisePaused.TYPE, reason, actor, at);
        nextDueTracker.set(exercise);
    }

    private void resume(Exercise exercise, Wish wish, ExerciseAccess by, Instant at) {
        CatchUp catchUp = wish.catchUp();
        by.must(exercise.pauseReason.isNoDuff() ? Permission.RESUME_AFTER_NO_DUFF : Permission.RESUME);
        boolean afterOutage = exercise.pauseReason.isOutage();
        if (afterOutage && catchUp == null) {
            throw Problem.invalid("catchUp", "Nothing was conducted since " + exercise.pausedAt
                    + ". Say how to go on: shift (the clock resumes there), release or skip (the clock counts the outage; what was"
                    + " overdue is released in order, or skipped).");
        }
        twoPersonRule.require(exercise, TwoPersonAct.RESUME,
                new Details(null, catchUp == null ? null : catchUp.name().toLowerCase()), by.viewer(), at);
        exercise.resume(catchUp, at);
        journal.append(exercise, at, new ExerciseResumed(), by.viewer(), Audience.ROSTER);
        Reasons.tell(journal, exercise, ExerciseResumed.TYPE, wish.reason(), by.viewer(), at);
        if (afterOutage) {
            journal.append(exercise, at, new CaughtUp(catchUp.name().toLowerCase()), by.viewer(), Audience.CONTROL);
        }
        if (afterOutage && catchUp == CatchUp.SKIP) {
            skipOverdue(exercise, by.viewer(), at);
        }
    }

    /** Reverts and the end still happen. */
    private void skipOverdue(Exercise exercise, String actor, Instant at) {
        for (TimelineItem item : TimelineItem.of(exercise.id)) {
            boolean overdue = item.state == ItemState.PENDING && item.dueClock != null && item.dueClock <= exercise.outageUntil;
            if (overdue && !(item.body() instanceof Body.Revert) && !(item.body() instanceof Body.Endex)) {
                item.skip();
                itemProgress.tell(exercise, item, ItemSkipped::new, "it was due during an outage", actor, at);
            }
        }
    }

    /**
     * A recurring run in which nobody noticed anything closes itself without a review, as soon as nothing hinders it: what
     * nobody judged stays so.
     *
     * @return it, locked; ended still where something hinders it
     */
    @Transactional
    public Exercise closeByItself(UUID id) {
        Exercise exercise = Exercise.lock(id);
        if (exercise.state == ExerciseState.ENDED && closing.unmet(exercise, false, true).isEmpty()) {
            close(exercise, false, "nobody noticed anything in this recurring run", Journal.PLATFORM, clock.instant());
        }
        return exercise;
    }

    /** Marks what nobody judged as not exercised, and closes; both or neither. */
    @Transactional
    public Exercise closeRestNotExercised(UUID id, String reason, ExerciseAccess by) {
        by.must(Permission.CLOSE);
        TextLimits.atMost(TextLimits.REASON, "reason", reason);
        Exercise exercise = Exercise.lock(id);
        if (exercise.state == ExerciseState.ENDED) {
            closing.markRestNotExercised(exercise, by.viewer(), clock.instant());
            close(exercise, true, reason, by.viewer(), clock.instant());
        }
        return exercise;
    }

    /** Said as a reason or, as at STARTEX, as an override. */
    private static String reason(Wish wish) {
        return wish.override() == null || wish.override().isBlank() ? wish.reason() : wish.override();
    }

    /** @param reason may stand in for a review; null or blank for none */
    private void close(Exercise exercise, boolean judged, String reason, String actor, Instant at) {
        if (exercise.state == ExerciseState.ENDED) {
            List<Closing.Unmet> unmet = closing.unmet(exercise, judged, reason != null && !reason.isBlank());
            if (!unmet.isEmpty()) {
                String todo = unmet.stream().flatMap(check -> check.open().stream()).collect(Collectors.joining(" "));
                throw Problem.conflict("It cannot be closed yet. " + todo).with("checks", unmet);
            }
        }
        closings.fire(new ExerciseClosing(exercise, actor, at));
        exercise.close();
        journal.append(exercise, at, new ExerciseClosed(), actor, Audience.CONTROL);
        if (!actor.equals(Journal.PLATFORM)) {
            Reasons.tell(journal, exercise, ExerciseClosed.TYPE, reason, actor, at);
        }
        anchors.send(exercise, "Closed", at);
    }
}
