package dev.blackstart.drills.call;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.AttemptQueue;
import dev.blackstart.drills.AttemptSettings;
import dev.blackstart.drills.AttemptState;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DriverAction;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.drills.FaultEvent.DriverCalled;
import dev.blackstart.drills.FaultEvent.FaultInjectFailed;
import dev.blackstart.drills.FaultLog;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Journal;

/** What a call that has ended means for its fault; in the transaction that holds the head row's lock. */
@ApplicationScoped
class AttemptOutcomes {

    /** Calls of the revert itself before the plan's {@code otherwise} takes its place. */
    private static final int TRIES_BEFORE_OTHERWISE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    /** Of what the target answered, in the journal; the attempt's row keeps more. */
    private static final int OUTPUT_IN_JOURNAL = 500;

    private final Faults faults;
    private final FaultLog log;
    private final AttemptQueue queue;
    private final Drivers drivers;

    AttemptOutcomes(Faults faults, FaultLog log, AttemptQueue queue, Drivers drivers) {
        this.faults = faults;
        this.log = log;
        this.queue = queue;
        this.drivers = drivers;
    }

    void apply(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        attempt.end(outcome.state(), outcome.reason(), outcome.output(), at);
        tell(exercise, drill, attempt, outcome, at);
        switch (attempt.action) {
            case INJECT -> injected(exercise, drill, attempt, outcome, at);
            case REVERT, REVERT_AGAIN, OTHERWISE -> reverted(exercise, drill, attempt, outcome, at);
            case DISARM -> {
                if (!outcome.isSuccess()) {
                    queue.add(drill, DriverAction.DISARM, at.plus(LONGEST_PAUSE), at);
                }
            }
        }
    }

    /** The process that made the call was given up and comes back: what it did may have come after the revert. */
    void late(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        tell(exercise, drill, attempt, new CallOutcome(outcome.state(),
                "it came back after its time, when the platform had given it up", outcome.output()), at);
        if (attempt.action == DriverAction.INJECT) {
            revertAgain(exercise, drill, at, at);
        }
    }

    private void tell(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        String output = outcome.output() == null || outcome.output().length() <= OUTPUT_IN_JOURNAL ? outcome.output()
                : outcome.output().substring(0, OUTPUT_IN_JOURNAL) + " …";
        String driver = AttemptSettings.of(exercise, drill, attempt.action).path("driver").asText();
        log.record(exercise, drill,
                new DriverCalled(log.facts(drill, null, outcome.reason()), driver, attempt.action.key(),
                        outcome.state().key(), Duration.between(attempt.startedAt, at).toMillis(), output),
                Journal.PLATFORM, at);
    }

    private void injected(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        if (outcome.isSuccess()) {
            if (drill.state == FaultState.ARMED) {
                faults.confirmInjected(exercise, drill, Journal.PLATFORM, at);
            }
            return;
        }
        if (drill.state == FaultState.ARMED) {
            log.record(exercise, drill, new FaultInjectFailed(log.facts(drill, null, outcome.reason())), Journal.PLATFORM, at);
            faults.revert(exercise, drill, "the injection failed", Journal.PLATFORM, at);
        }
        if (outcome.state() == AttemptState.UNKNOWN) {
            revertAgain(exercise, drill, attempt.deadlineAt, at);
        }
    }

    /** People who revert by hand look for themselves. */
    private void revertAgain(Exercise exercise, Drill drill, Instant dueAt, Instant at) {
        if (faults.isRevertedByDriver(exercise, drill)) {
            queue.add(drill, DriverAction.REVERT_AGAIN, dueAt.isBefore(at) ? at : dueAt, at);
        }
    }

    private void reverted(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        if (!outcome.isSuccess()) {
            failed(exercise, drill, attempt, outcome, at);
        } else if (drill.state == FaultState.REVERTING || drill.state == FaultState.FAILED) {
            queue.cancelReverts(drill, at);
            if (drill.state == FaultState.FAILED) {
                drill.beginRevert(at);
            }
            if (RevertVerifier.probeOf(Faults.planned(exercise, drill)) == null) {
                faults.endRevert(exercise, drill, null, Journal.PLATFORM, at);
            } else {
                drill.awaitVerification(at);
            }
        }
    }

    private void failed(Exercise exercise, Drill drill, FaultAttempt attempt, CallOutcome outcome, Instant at) {
        if (drill.state == FaultState.HANDED_OVER
                || attempt.action == DriverAction.REVERT && drill.state == FaultState.REVERTED) {
            return;
        }
        if (drill.state != FaultState.FAILED) {
            faults.revertFailed(exercise, drill, outcome.reason(), at);
        }
        PlanDocument.Drill planned = Faults.planned(exercise, drill);
        JsonNode otherwise = planned.otherwise();
        long mishaps = FaultAttempt.mishaps(drill, attempt.action);
        boolean exhausted = attempt.action == DriverAction.REVERT
                && (mishaps >= TRIES_BEFORE_OTHERWISE || outcome.state() == AttemptState.REFUSED);
        if (!exhausted || otherwise == null) {
            queue.add(drill, attempt.action, at.plus(pause(mishaps)), at);
        } else if (drivers.automatic(otherwise).isPresent()) {
            queue.add(drill, DriverAction.OTHERWISE, at, at);
        }
    }

    private static Duration pause(long mishaps) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(mishaps - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
