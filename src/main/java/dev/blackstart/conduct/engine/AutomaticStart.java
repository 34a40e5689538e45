package dev.blackstart.conduct.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.blackstart.conduct.ExerciseEvent.AutomaticStartRefused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.GateEvaluated;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.StartLock;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.web.Address;

/** STARTEX of an exercise whose plan says {@code start: automatic}: a due instant like any other, behind the same gate. */
@ApplicationScoped
class AutomaticStart {

    private final Gate gate;
    private final Journal journal;
    private final Outbox outbox;
    private final Address address;
    private final NextDueTracker nextDueTracker;
    private final Duration grace;
    private final Event<StartRefused> refused;

    AutomaticStart(Gate gate, Journal journal, Outbox outbox, Address address, NextDueTracker nextDueTracker,
            ConductConfig config,
            Event<StartRefused> refused) {
        this.gate = gate;
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
        this.nextDueTracker = nextDueTracker;
        this.grace = config.grace();
        this.refused = refused;
    }

    /**
     * It starts, or it does not and its people are told: it is not tried again by itself.
     *
     * @param exercise locked, scheduled, and due
     */
    void come(Exercise exercise, Clock clock) {
        StartLock.take();
        Instant now = clock.instant();
        if (Duration.between(exercise.startsAt, now).compareTo(grace) > 0) {
            refuse(exercise, List.of(), "Missed its start: the platform was down.", now);
            return;
        }
        List<Gate.Checked> checks = gate.look(exercise);
        List<Gate.Checked> failed = checks.stream().filter(Gate.Checked::failed).toList();
        if (!failed.isEmpty()) {
            refuse(exercise, failed.stream().map(check -> check.key().key()).toList(),
                    String.join(" ", failed.stream().map(check -> check.answer().advice()).toList()), now);
            return;
        }
        exercise.start(now);
        exercise.override(List.of());
        journal.append(exercise, now, GateEvaluated.of(checks), Journal.PLATFORM, Audience.CONTROL);
        journal.append(exercise, now, new ExerciseStarted(), Journal.PLATFORM, Audience.ROSTER);
        nextDueTracker.set(exercise);
    }

    /** It could not even be tried. */
    void fail(Exercise exercise, String reason, Instant now) {
        refuse(exercise, List.of(), "It failed: " + reason, now);
    }

    private void refuse(Exercise exercise, List<String> checks, String advice, Instant now) {
        exercise.nextDueAt = null;
        journal.append(exercise, now, new AutomaticStartRefused(checks, advice), Journal.PLATFORM, Audience.CONTROL);
        boolean recurring = Journal.PLATFORM.equals(exercise.createdBy);
        Set<String> people = new LinkedHashSet<>();
        RosterEntry.of(exercise.id).stream().filter(entry -> entry.role.isControl()).forEach(entry -> people.add(entry.person));
        people.add(exercise.plan().owner());
        outbox.post(new OutboundMessage(exercise.id, null, "Did not start: " + exercise.name,
                "It was to start by itself and did not. " + advice
                        + (recurring ? " It is skipped; the next one is drawn. "
                                : " It stays scheduled: start it by hand or move it. ")
                        + address.of("/exercises/" + exercise.id),
                false), people, Outbox.OUTSIDE, now);
        refused.fire(new StartRefused(exercise, advice, now));
    }
}
