package dev.blackstart.conduct.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.calling.Calls;
import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.conduct.Addressing;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemEvent.ItemReleased;
import dev.blackstart.conduct.ItemNames;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.MessageReceived;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.Roster;
import dev.blackstart.exercise.confirmation.TwoPersonAct;
import dev.blackstart.exercise.confirmation.TwoPersonRule;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;

/** Releases an item: writes it down and does what its body says, all in the transaction that holds the head row's lock. */
@ApplicationScoped
public class ItemReleaser {

    private static final String SPOKEN = "spoken";

    private final Journal journal;
    private final ItemProgress itemProgress;
    private final Faults faults;
    private final Gate gate;
    private final Outbox outbox;
    private final Roster roster;
    private final ExerciseTermination exerciseTermination;
    private final Calls calls;
    private final TwoPersonRule twoPersonRule;

    ItemReleaser(Journal journal, ItemProgress itemProgress, Faults faults, Gate gate, Outbox outbox, Roster roster,
            ExerciseTermination exerciseTermination,
            Calls calls, TwoPersonRule twoPersonRule) {
        this.twoPersonRule = twoPersonRule;
        this.journal = journal;
        this.itemProgress = itemProgress;
        this.faults = faults;
        this.gate = gate;
        this.outbox = outbox;
        this.roster = roster;
        this.exerciseTermination = exerciseTermination;
        this.calls = calls;
    }

    public void release(Exercise exercise, TimelineItem item, boolean byClock, String reason, String actor, Instant at) {
        if (item.body() instanceof Body.Drill drill && isHindered(exercise, item, drill.drill(), byClock, at)) {
            return;
        }
        item.release(exercise.clock.position(at), byClock, at);
        Duration due = item.dueClock == null ? null : ExerciseClock.duration(item.dueClock);
        journal.append(exercise, at, ItemReleased.of(item, due, byClock, reason), actor, Audience.CONTROL);
        itemProgress.setOff(exercise, item, at);
        act(exercise, item, actor, at);
    }

    private void act(Exercise exercise, TimelineItem item, String actor, Instant at) {
        Body body = item.body();
        if (body instanceof Body.Message message) {
            send(exercise, item, message, at);
        } else if (body instanceof Body.Drill drill) {
            faults.arm(exercise, drill.drill(), actor, at);
        } else if (body instanceof Body.Revert revert) {
            revert(exercise, item, revert, actor, at);
        } else if (body instanceof Body.Expectation && exercise.isRehearsal() && "met".equals(item.assume)) {
            itemProgress.complete(exercise, item, null, "assumed in rehearsal", Journal.PLATFORM, at);
        } else if (body instanceof Body.Handover handover) {
            roster.handOver(exercise, handover.from(), handover.to(), actor, at);
            itemProgress.complete(exercise, item, null, null, actor, at);
        } else if (body instanceof Body.CallTree call) {
            calls.activate(exercise, call.tree(), item.id, !"missed".equals(item.assume), actor, at);
        } else if (body instanceof Body.Endex) {
            itemProgress.complete(exercise, item, null, null, actor, at);
            exerciseTermination.end(exercise, Outcome.COMPLETED, "the timeline came to its end", actor, at);
        }
    }

    /** What is already being reverted, or never was there, needs nothing more. */
    private void revert(Exercise exercise, TimelineItem item, Body.Revert revert, String actor, Instant at) {
        Drill drill = Drill.of(exercise.id, revert.drill());
        faults.revert(exercise, drill, "its time has come", actor, at);
        if (item.state == ItemState.RELEASED && !drill.state.isActive()) {
            itemProgress.complete(exercise, item, null,
                    drill.state == FaultState.PLANNED ? "there was nothing to revert" : null,
                    actor, at);
        }
    }

    /** The checks run again before every fault; one that fails holds it until a controller decides. */
    private boolean isHindered(Exercise exercise, TimelineItem item, String drill, boolean byClock, Instant at) {
        List<Gate.Checked> failed = exercise.isRehearsal() ? List.of() : gate.lookBeforeFault(exercise, drill);
        if (failed.isEmpty()) {
            return byClock && isAwaitingConfirmation(exercise, item, drill, at);
        }
        if (item.state == ItemState.PENDING) {
            item.hold();
        }
        String advice = String.join(" ", failed.stream().map(check -> check.answer().advice()).toList());
        itemProgress.tell(exercise, item, ItemHeld::new, advice, Journal.PLATFORM, at);
        return true;
    }

    /** The clock alone injects nothing in production. */
    private boolean isAwaitingConfirmation(Exercise exercise, TimelineItem item, String drill, Instant at) {
        if (twoPersonRule.isConfirmed(exercise, TwoPersonAct.injection(drill), at)) {
            return false;
        }
        item.hold();
        itemProgress.tell(exercise, item, ItemHeld::new,
                "production: two people of control staff confirm within 60 seconds; release it by hand", Journal.PLATFORM, at);
        return true;
    }

    private void send(Exercise exercise, TimelineItem item, Body.Message message, Instant at) {
        String text = message.marked();
        for (Audience audience : Addressing.audiences(message.to())) {
            journal.append(exercise, at,
                    new MessageReceived(item.id.toString(), message.from(), message.subject(), text), Journal.PLATFORM,
                    audience);
        }
        if (!message.channels().isEmpty() && message.channels().get(0).equals(SPOKEN)) {
            say(exercise, item, message, at);
        } else {
            outbox.post(
                    new OutboundMessage(exercise.id, item.id, ExerciseMark.inSubject(message.subject()), text,
                            exercise.isRehearsal()),
                    Addressing.people(exercise, message.to(), exercise.clock.position(at)), message.channels(), at);
        }
    }

    /** A controller says it: their task. */
    private void say(Exercise exercise, TimelineItem item, Body.Message message, Instant at) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.putObject("task").put("text", "Say to %s%s: %s %s".formatted(ItemNames.audience(message.to()),
                message.from() == null ? "" : " as " + message.from(), ExerciseMark.WORDS, message.text()));
        TimelineItem spoken = new TimelineItem(exercise.id, item.key + "." + SPOKEN, item.position, task, null, null, null,
                null,
                at);
        spoken.unplanned = true;
        spoken.persist();
        release(exercise, spoken, false, null, Journal.PLATFORM, at);
    }
}
