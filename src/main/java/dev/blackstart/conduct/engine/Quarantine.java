package dev.blackstart.conduct.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.calling.Calls;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.conduct.Attempt.Work;
import dev.blackstart.conduct.FailedStep;
import dev.blackstart.conduct.FailureCause;
import dev.blackstart.conduct.ItemEvent.ItemFailed;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultEvent.FaultInjectFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Takes what failed out of the engine's way: it fails alone, everything else of the exercise goes on. The failure is marked in
 * its row, so that it survives a restart, written into the journal, and control staff are notified once.
 */
@ApplicationScoped
public class Quarantine {

    private final Clock clock;
    private final Journal journal;
    private final Outbox outbox;
    private final Faults faults;
    private final Calls calls;
    private final AutomaticStart automaticStart;
    private final NextDueTracker nextDueTracker;
    private final Address address;

    Quarantine(Clock clock, Journal journal, Outbox outbox, Faults faults, Calls calls, AutomaticStart automaticStart,
            NextDueTracker nextDueTracker, Address address) {
        this.clock = clock;
        this.journal = journal;
        this.outbox = outbox;
        this.faults = faults;
        this.calls = calls;
        this.automaticStart = automaticStart;
        this.nextDueTracker = nextDueTracker;
        this.address = address;
    }

    /** @throws RuntimeException where not even the mark could be written: whoever calls tries again */
    public void put(UUID exercise, Work work, Throwable failure) {
        String reason = FailureCause.inWords(failure);
        try {
            QuarkusTransaction.requiringNew().run(() -> record(Exercise.lock(exercise), work, reason));
        } catch (RuntimeException unrecorded) {
            Log.errorf(unrecorded, "The failure of %s in exercise %s could not be recorded; only its row is marked", work,
                    exercise);
            QuarkusTransaction.requiringNew().run(() -> markOnly(Exercise.lock(exercise), work, reason));
        }
    }

    private void record(Exercise exercise, Work work, String reason) {
        Instant at = clock.instant();
        switch (work.kind()) {
            case ITEM -> item(exercise, TimelineItem.findById(work.id()), reason, at);
            case CONTACT -> {
                calls.setAside(exercise, work.id(), reason, at);
                notify(exercise, "A call could not be made", reason, "/call-trees", at);
            }
            case REVERT -> faults.revertFailed(exercise, work.id(), reason, at);
            case START -> automaticStart.fail(exercise, reason, at);
        }
        nextDueTracker.set(exercise);
    }

    void unreadable(@Observes ItemProgress.Unreadable found) {
        item(found.exercise(), found.item(), found.reason(), found.at());
    }

    /** However it failed: by its driver, or before. */
    void faultChanged(@Observes FaultChanged changed) {
        String title = changed.drill().title;
        if (changed.event() instanceof FaultRevertFailed failed) {
            notify(changed.exercise(), "Revert failed: " + title,
                    failed.why() + " The platform tries again. Otherwise revert it by hand and confirm it.", "/control-room",
                    changed.at());
        } else if (changed.event() instanceof FaultInjectFailed failed) {
            notify(changed.exercise(), "Injection failed: " + title, failed.why() + " It is being reverted.", "/control-room",
                    changed.at());
        }
    }

    /** A person's retry that fails again is answered to them; the others were notified the first time. */
    private void item(Exercise exercise, TimelineItem item, String reason, Instant at) {
        boolean first = !item.hasFailed();
        item.fail(reason);
        journal.append(exercise, at, new ItemFailed(item.key, item.kind, item.failed.step.key(), reason), Journal.PLATFORM,
                Audience.CONTROL);
        if (first) {
            notify(exercise, "Failed: " + item.body().inWords(exercise.plan()), reason, "/control-room", at);
        }
    }

    private void notify(Exercise exercise, String what, String reason, String path, Instant at) {
        List<String> control = RosterEntry.of(exercise.id).stream().filter(entry -> entry.role.isControl())
                .map(entry -> entry.person).distinct().toList();
        String text = what + ".\n" + reason + "\nEverything else goes on. Retry it, skip it or do it by hand: "
                + address.of("/exercises/" + exercise.id + path);
        outbox.post(new OutboundMessage(exercise.id, null, ItemLine.shortened(what), text, exercise.isRehearsal()), control,
                Outbox.OUTSIDE, at);
    }

    /** Without journal, message and entity: where even these fail. */
    private void markOnly(Exercise exercise, Work work, String reason) {
        switch (work.kind()) {
            case ITEM -> {
                TimelineItem.update("failed.step = ?1, failed.reason = ?2, nextClock = null where id = ?3", FailedStep.RELEASE,
                        reason, work.id());
                TimelineItem.update("state = HELD where id = ?1 and state = PENDING", work.id());
            }
            case CONTACT -> CallNode.update("nextClock = null where id = ?1", work.id());
            case REVERT -> faults.markRevertFailed(work.id(), reason);
            case START -> exercise.nextDueAt = null;
        }
        nextDueTracker.set(exercise);
    }
}
