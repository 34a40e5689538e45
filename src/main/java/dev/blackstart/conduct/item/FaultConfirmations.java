package dev.blackstart.conduct.item;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.confirmation.AwaitingSecondPerson;
import dev.blackstart.exercise.confirmation.TwoPersonAct;
import dev.blackstart.exercise.confirmation.TwoPersonRule;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** What people say of faults: injected or reverted by hand, or handed over to a real incident. */
@ApplicationScoped
public class FaultConfirmations {

    private static final String HANDED_OVER = FaultState.HANDED_OVER.key();

    private final Clock clock;
    private final TwoPersonRule rule;
    private final Faults faults;
    private final NextDueTracker nextDueTracker;

    FaultConfirmations(Clock clock, TwoPersonRule rule, Faults faults, NextDueTracker nextDueTracker) {
        this.clock = clock;
        this.rule = rule;
        this.faults = faults;
        this.nextDueTracker = nextDueTracker;
    }

    /** @throws Problem 403 for who may not, whatever else is wrong */
    public static void mustBeAllowed(String to, ExerciseAccess by) {
        by.must(HANDED_OVER.equals(to) ? Permission.ABORT : Permission.CONDUCT);
    }

    /**
     * A fault was injected or reverted by hand, and a controller says so; or it is handed over to a real incident.
     *
     * @param reason the incident, where it is handed over
     * @throws AwaitingSecondPerson where the second person is missing for a hand-over
     */
    @Transactional(dontRollbackOn = AwaitingSecondPerson.class)
    public Drill confirm(UUID exerciseId, String key, String to, String reason, ExerciseAccess by) {
        mustBeAllowed(to, by);
        Exercise exercise = Exercise.lock(exerciseId);
        Drill drill = Drill.of(exerciseId, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        Instant at = clock.instant();
        if ("injected".equals(to)) {
            if (drill.state != FaultState.INJECTED) {
                inject(exercise, drill, by.viewer(), at);
            }
        } else if ("reverted".equals(to)) {
            if (drill.state != FaultState.REVERTED || drill.isUnverified()) {
                revert(exercise, drill, by.viewer(), at);
            }
        } else if (HANDED_OVER.equals(to)) {
            if (drill.state != FaultState.HANDED_OVER) {
                handOver(exercise, drill, reason, by.viewer(), at);
            }
        } else {
            throw Problem.invalid("to", "to is injected, reverted or handed-over.");
        }
        nextDueTracker.set(exercise);
        return drill;
    }

    private void handOver(Exercise exercise, Drill drill, String reason, String actor, Instant at) {
        String incident = TextLimits.reason("reason", reason, "Name the real incident that deals with the fault.").strip();
        drill.mustBeToHandOver();
        rule.require(exercise, TwoPersonAct.handOver(drill.key), new TwoPersonRule.Details(incident, null), actor, at);
        faults.handOver(exercise, drill, incident, actor, at);
    }

    /** No fault is injected while the exercise is paused. */
    void inject(Exercise exercise, Drill drill, String actor, Instant at) {
        if (drill.state == FaultState.ARMED && exercise.state != ExerciseState.RUNNING) {
            throw Problem.conflict("The clock stands; resume before you inject, or revert.")
                    .with("state", drill.state.key()).with("allowed", List.of("reverted"));
        }
        if (drill.state == FaultState.ARMED && faults.isInjectedByDriver(exercise, drill)) {
            throw Problem.conflict("A driver injects this fault and says when it is done; wait for it, or revert.")
                    .with("state", drill.state.key()).with("allowed", List.of("reverted"));
        }
        faults.confirmInjected(exercise, drill, actor, at);
    }

    /** A driver reverts it where one can; a second time, or where people do it, a person says that the target is as it was. */
    void revert(Exercise exercise, Drill drill, String actor, Instant at) {
        if (FaultState.TO_REVERT.contains(drill.state) && faults.isRevertedByDriver(exercise, drill)) {
            faults.revert(exercise, drill, "asked for by a person", actor, at);
        } else {
            faults.confirmReverted(exercise, drill, actor, at);
        }
    }
}
