package dev.blackstart.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultKept;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.driver.Drivers;
import dev.blackstart.driver.TargetDeadMan;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.approval.Approvals;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import io.quarkus.logging.Log;

/**
 * Decides on faults and their reverts, in the transaction that holds the head row's lock; what a driver has to do for it is
 * asked for here and done after the commit. In a rehearsal everything is dry: recorded as done, nothing touched.
 */
@ApplicationScoped
public class Faults {

    /** A drill without a longest duration passes no gate; an overridden one is still not left alone. */
    private static final Duration LONGEST_BY_DEFAULT = Duration.ofMinutes(30);

    private final Journal journal;
    private final Drivers drivers;
    private final Approvals approvals;
    private final AttemptQueue queue;
    private final FaultLog log;

    Faults(Journal journal, Drivers drivers, Approvals approvals, AttemptQueue queue, FaultLog log) {
        this.journal = journal;
        this.drivers = drivers;
        this.approvals = approvals;
        this.queue = queue;
        this.log = log;
    }

    /** Makes the drills of an exercise from its plan, afresh while it has not begun. */
    public void prepare(Exercise exercise, Instant at) {
        Drill.delete("exerciseId", exercise.id);
        List<PlanDocument.Drill> planned = exercise.plan().drills();
        for (int i = 0; i < planned.size(); i++) {
            new Drill(exercise, planned.get(i), i, at).persist();
        }
    }

    /** The intent first; once it is durable the driver is called, or the person whom it asks injects. */
    public void arm(Exercise exercise, String key, String actor, Instant at) {
        Drill drill = Drill.of(exercise.id, key);
        PlanDocument.Drill planned = planned(exercise, drill);
        draw(exercise, drill, planned, actor, at);
        drill.arm(longest(exercise, planned), at);
        log.record(exercise, drill, new DrillArmed(log.facts(drill, planned.fault(), null)), actor, at);
        if (exercise.isRehearsal()) {
            confirmInjected(exercise, drill, actor, at);
        } else if (drivers.automatic(planned.fault()).isPresent()) {
            queue.add(drill, DriverAction.INJECT, at, at);
        }
    }

    /** Before anything is touched, so that the record says what was to be touched. */
    private void draw(Exercise exercise, Drill drill, PlanDocument.Drill planned, String actor, Instant at) {
        JsonNode select = planned.fault().get("select");
        if (select != null) {
            long seed = drill.id.getMostSignificantBits();
            List<String> drawn = TargetDraw.draw(planned.targets(), select, seed);
            drill.drawn = String.join(",", drawn);
            journal.append(exercise, at, new TargetsDrawn(drill.key, drill.title, Long.toHexString(seed), planned.targets(),
                    drawn), actor, Audience.CONTROL);
        }
    }

    public void confirmInjected(Exercise exercise, Drill drill, String actor, Instant at) {
        drill.inject(longest(exercise, planned(exercise, drill)), at);
        log.record(exercise, drill, new FaultInjected(log.facts(drill, null, null)), actor, at);
    }

    /** Whether a driver injects this fault, so that nobody confirms it by hand. */
    public boolean isInjectedByDriver(Exercise exercise, Drill drill) {
        return drivers.automatic(planned(exercise, drill).fault()).isPresent();
    }

    /** Whether a driver reverts this fault. */
    public boolean isRevertedByDriver(Exercise exercise, Drill drill) {
        return drivers.automatic(planned(exercise, drill).revert()).isPresent();
    }

    /** Takes a fault back; one that is not there is done at once. */
    public void revert(Exercise exercise, Drill drill, String why, String actor, Instant at) {
        if (!FaultState.TO_REVERT.contains(drill.state)) {
            return;
        }
        JsonNode how = exercise.plan().drill(drill.key).map(PlanDocument.Drill::revert).orElse(null);
        boolean neverInjected = drill.state == FaultState.ARMED && queue.cancelInject(drill, at);
        drill.beginRevert(at);
        log.record(exercise, drill, new FaultRevertStarted(log.facts(drill, neverInjected ? null : how, why)), actor, at);
        if (exercise.isRehearsal() || neverInjected) {
            endRevert(exercise, drill, true, actor, at);
        } else if (drivers.automatic(how).isPresent()) {
            queue.add(drill, DriverAction.REVERT, at, at);
        }
    }

    /** Somebody saw that the target is as it was; whoever begins and ends it at once says so in one word. */
    public void confirmReverted(Exercise exercise, Drill drill, String actor, Instant at) {
        if (drill.state == FaultState.PLANNED) {
            throw new IllegalTransition("The fault " + drill.key, drill.state.key(), FaultState.REVERTED.key(),
                    drill.allowed());
        }
        if (drill.state == FaultState.REVERTED) {
            drill.verify();
            log.record(exercise, drill, new FaultReverted(log.facts(drill, null, null)), actor, at);
            return;
        }
        if (drill.state != FaultState.REVERTING) {
            queue.cancelInject(drill, at);
            drill.beginRevert(at);
            log.record(exercise, drill, new FaultRevertStarted(log.facts(drill, null, "by hand")), actor, at);
        }
        queue.cancelReverts(drill, at);
        endRevert(exercise, drill, true, actor, at);
    }

    /** A real incident deals with the fault from here on: what is left of its reverts is not done any more. */
    public void handOver(Exercise exercise, Drill drill, String incident, String actor, Instant at) {
        drill.handOver();
        queue.cancelAll(drill, at);
        log.record(exercise, drill, new FaultHandedOver(log.facts(drill, null, incident)), actor, at);
    }

    /** @param seenToWork null where nobody looked */
    public void endRevert(Exercise exercise, Drill drill, Boolean seenToWork, String actor, Instant at) {
        drill.reverted(seenToWork, at);
        log.record(exercise, drill, new FaultReverted(log.facts(drill, null, null)), actor, at);
        if (FaultAttempt.wasInjected(drill.id) && drivers.of(planned(exercise, drill).revert())
                .filter(TargetDeadMan.class::isInstance).isPresent()) {
            queue.add(drill, DriverAction.DISARM, at, at);
        }
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
                journal.append(exercise, at, new FaultKept(log.facts(drill, planned(exercise, drill).revert(),
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

    /** The fault may still be there: it is tried again, and control staff can revert it by hand and confirm it. */
    public void revertFailed(Exercise exercise, UUID drillId, String reason, Instant at) {
        revertFailed(exercise, Drill.<Drill> findById(drillId), reason, at);
    }

    public void revertFailed(Exercise exercise, Drill drill, String reason, Instant at) {
        drill.failRevert(reason);
        log.record(exercise, drill, new FaultRevertFailed(log.facts(drill, null, reason)), Journal.PLATFORM, at);
    }

    /** In its row alone, where nothing else can be written. */
    public void markRevertFailed(UUID drillId, String reason) {
        Drill.update("state = FAILED, revertBy = null, failure = ?1 where id = ?2", reason, drillId);
    }

    /** Wall time; a rehearsal's runs with its clock. */
    public static Duration longest(Exercise exercise, PlanDocument.Drill planned) {
        Duration said = planned.maxDuration() == null ? LONGEST_BY_DEFAULT : planned.maxDuration().onClock();
        return said.dividedBy(exercise.clock.speed);
    }

    public static PlanDocument.Drill planned(Exercise exercise, Drill drill) {
        return exercise.plan().drill(drill.key)
                .orElseThrow(() -> new IllegalStateException("the plan has no drill " + drill.key));
    }
}
