package dev.blackstart.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultKept;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.approval.Approvals;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import io.quarkus.logging.Log;

/**
 * Brings faults about and takes them back, in the transaction that holds the head row's lock. In a rehearsal everything is dry:
 * recorded as done, nothing touched.
 */
@ApplicationScoped
public class Faults {

    /** A drill without a longest duration passes no gate; an overridden one is still not left alone. */
    private static final Duration LONGEST_BY_DEFAULT = Duration.ofMinutes(30);

    private final Journal journal;
    private final Drivers drivers;
    private final Approvals approvals;
    private final Event<FaultChanged> changed;

    Faults(Journal journal, Drivers drivers, Approvals approvals, Event<FaultChanged> changed) {
        this.journal = journal;
        this.drivers = drivers;
        this.approvals = approvals;
        this.changed = changed;
    }

    /** Fired inside the transaction, so that whoever waits for the fault goes on with it. */
    public record FaultChanged(Exercise exercise, Drill drill, String actor, Instant at) {
    }

    /** Makes the drills of an exercise from its plan, afresh while it has not begun. */
    public void prepare(Exercise exercise, Instant at) {
        Drill.delete("exerciseId", exercise.id);
        List<PlanDocument.Drill> planned = exercise.plan().drills();
        for (int i = 0; i < planned.size(); i++) {
            new Drill(exercise, planned.get(i), i, at).persist();
        }
    }

    /** The intent first; then the driver, or a person whom it asks. */
    public void arm(Exercise exercise, String key, String actor, Instant at) {
        Drill drill = Drill.of(exercise.id, key);
        PlanDocument.Drill planned = planned(exercise, drill);
        drill.arm(longest(exercise, planned), at);
        record(exercise, drill, new DrillArmed(facts(drill, planned.fault(), null)), actor, at);
        if (exercise.isRehearsal() || isInjectedByDriver(drill, planned.fault())) {
            confirmInjected(exercise, drill, actor, at);
        }
    }

    private boolean isInjectedByDriver(Drill drill, JsonNode settings) {
        drivers.automatic(settings).ifPresent(driver -> driver.inject(call(drill, settings)));
        return drivers.automatic(settings).isPresent();
    }

    private static DriverCall call(Drill drill, JsonNode settings) {
        return new DriverCall(drill.id, settings, List.of(), Duration.ofSeconds(30), null, state -> {
        });
    }

    public void confirmInjected(Exercise exercise, Drill drill, String actor, Instant at) {
        drill.inject(longest(exercise, planned(exercise, drill)), at);
        record(exercise, drill, new FaultInjected(facts(drill, null, null)), actor, at);
    }

    /** Takes a fault back; one that is not there is done at once. */
    public void revert(Exercise exercise, Drill drill, String why, String actor, Instant at) {
        if (!FaultState.TO_REVERT.contains(drill.state)) {
            return;
        }
        JsonNode how = exercise.plan().drill(drill.key).map(PlanDocument.Drill::revert).orElse(null);
        drill.beginRevert(at);
        record(exercise, drill, new FaultRevertStarted(facts(drill, how, why)), actor, at);
        if (exercise.isRehearsal() || how != null && isDoneByDriver(exercise, drill, how, actor, at)) {
            confirmReverted(exercise, drill, actor, at);
        }
    }

    /** A driver that fails stops neither the other reverts nor the end of the exercise. */
    private boolean isDoneByDriver(Exercise exercise, Drill drill, JsonNode how, String actor, Instant at) {
        try {
            drivers.automatic(how).ifPresent(driver -> driver.revert(call(drill, how)));
            return drivers.automatic(how).isPresent();
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The revert of %s in exercise %s failed", drill.key, exercise.id);
            revertFailed(exercise, drill, String.valueOf(failure.getMessage()), actor, at);
            return false;
        }
    }

    /** Somebody saw that the target is as it was; whoever begins and ends it at once says so in one word. */
    public void confirmReverted(Exercise exercise, Drill drill, String actor, Instant at) {
        if (drill.state == FaultState.PLANNED) {
            throw new IllegalTransition("The fault " + drill.key, drill.state.key(), FaultState.REVERTED.key(),
                    drill.allowed());
        }
        if (drill.state != FaultState.REVERTING) {
            drill.beginRevert(at);
            record(exercise, drill, new FaultRevertStarted(facts(drill, null, "by hand")), actor, at);
        }
        drill.reverted(true, at);
        record(exercise, drill, new FaultReverted(facts(drill, null, null)), actor, at);
    }

    /** Newest first; what is already being reverted goes on. */
    public int revertAll(Exercise exercise, String why, String actor, Instant at) {
        List<Drill> toRevert = Drill.toRevert(exercise.id);
        toRevert.forEach(drill -> revert(exercise, drill, why, actor, at));
        return toRevert.size();
    }

    /** A real emergency: every fault is taken back but those that an approved plan holds, which stay until somebody says so. */
    public void revertOnNoDuff(Exercise exercise, String actor, Instant at) {
        for (Drill drill : Drill.toRevert(exercise.id)) {
            if (planned(exercise, drill).holdsOnNoDuff() && isApproved(exercise)) {
                journal.append(exercise, at, new FaultKept(facts(drill, planned(exercise, drill).revert(),
                        "NO DUFF: it is approved to stay; revert it by hand")), actor, Audience.CONTROL);
            } else {
                revert(exercise, drill, "NO DUFF", actor, at);
            }
        }
    }

    /** What cannot be told counts as no: an emergency is not held up by it, and its faults are taken back. */
    private boolean isApproved(Exercise exercise) {
        try {
            return approvals.atStart(exercise).isApproved();
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Could not tell whether exercise %s was approved; no fault of it is held", exercise.id);
            return false;
        }
    }

    /** The fault that has passed its longest duration first; null where none has. */
    public Drill firstOverdue(Exercise exercise, Instant now) {
        return Drill.firstOverdue(exercise, now);
    }

    public void revertOverdue(Exercise exercise, Drill drill, Instant now) {
        if (!FaultState.TO_REVERT.contains(drill.state)) {
            drill.revertBy = null;
        }
        revert(exercise, drill, "its longest duration is over", Journal.PLATFORM, now);
    }

    /** The fault may still be there: control staff revert it by hand and confirm it. */
    public void revertFailed(Exercise exercise, UUID drillId, String reason, Instant at) {
        revertFailed(exercise, Drill.findById(drillId), reason, Journal.PLATFORM, at);
    }

    private void revertFailed(Exercise exercise, Drill drill, String reason, String actor, Instant at) {
        drill.failRevert(reason);
        record(exercise, drill, new FaultRevertFailed(facts(drill, null, reason)), actor, at);
    }

    /** In its row alone, where nothing else can be written. */
    public void markRevertFailed(UUID drillId, String reason) {
        Drill.update("state = FAILED, revertBy = null, failure = ?1 where id = ?2", reason, drillId);
    }

    /** Wall time; a rehearsal's runs with its clock. */
    static Duration longest(Exercise exercise, PlanDocument.Drill planned) {
        Duration said = planned.maxDuration() == null ? LONGEST_BY_DEFAULT : planned.maxDuration().onClock();
        return said.dividedBy(exercise.clock.speed);
    }

    private static PlanDocument.Drill planned(Exercise exercise, Drill drill) {
        return exercise.plan().drill(drill.key)
                .orElseThrow(() -> new IllegalStateException("the plan has no drill " + drill.key));
    }

    private FaultEvent.Facts facts(Drill drill, JsonNode settings, String why) {
        return new FaultEvent.Facts(drill.key, drill.title, drivers.instruction(settings), why, drill.verified);
    }

    private void record(Exercise exercise, Drill drill, FaultEvent event, String actor, Instant at) {
        journal.append(exercise, at, event, actor, Audience.CONTROL);
        changed.fire(new FaultChanged(exercise, drill, actor, at));
    }
}
