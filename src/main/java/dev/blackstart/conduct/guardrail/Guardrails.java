package dev.blackstart.conduct.guardrail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.Reasons;
import dev.blackstart.conduct.engine.ExerciseTermination;
import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.conduct.guardrail.GuardrailEvent.GuardrailActed;
import dev.blackstart.conduct.guardrail.GuardrailEvent.GuardrailRearmed;
import dev.blackstart.drills.ExpectedBreach;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.probe.sampling.ProbeConfig;
import dev.blackstart.probe.sampling.ProbeHistory;
import dev.blackstart.web.Address;

/** Decides what a guardrail does now, and does it under the head row's lock: first the reverts, then pause or abort. */
@ApplicationScoped
class Guardrails {

    private static final String ABORT = "abort";

    private final Faults faults;
    private final ExerciseTermination exerciseTermination;
    private final NextDueTracker nextDueTracker;
    private final Journal journal;
    private final Outbox outbox;
    private final ProbeHistory history;
    private final ProbeConfig config;
    private final Address address;
    private final Clock clock;

    Guardrails(Faults faults, ExerciseTermination exerciseTermination, NextDueTracker nextDueTracker, Journal journal,
            Outbox outbox, ProbeHistory history, ProbeConfig config, Address address, Clock clock) {
        this.faults = faults;
        this.exerciseTermination = exerciseTermination;
        this.nextDueTracker = nextDueTracker;
        this.journal = journal;
        this.outbox = outbox;
        this.history = history;
        this.config = config;
        this.address = address;
        this.clock = clock;
    }

    /** Probes with something to do now, looked at without a lock; the longest waiting first. */
    @Transactional
    List<Probe> due(Instant watchedSince) {
        Instant now = clock.instant();
        List<Probe> guarded = Probe.list("""
                select p from Probe p, Exercise e where e.id = p.exerciseId and e.state in ?1 and p.guardMicros is not null
                order by p.changedAt""", ExerciseState.LIVE);
        return guarded.stream().filter(probe -> step(probe, watchedSince, now) != GuardrailRule.Step.NOTHING).toList();
    }

    private GuardrailRule.Step step(Probe probe, Instant watchedSince, Instant now) {
        GuardrailRule rule = rule(probe);
        GuardrailRule.Facts facts = facts(probe, watchedSince);
        Instant since = rule.breachSince(facts, now);
        return rule.step(facts, since == null ? null : countsFrom(probe, since), now);
    }

    private GuardrailRule rule(Probe probe) {
        return new GuardrailRule(probe.guardFor(), probe.every(), config.timeout().plus(config.lease()));
    }

    private GuardrailRule.Facts facts(Probe probe, Instant watchedSince) {
        return new GuardrailRule.Facts(probe.state, probe.changedAt, history.newest(probe), probe.guardActedAt, watchedSince);
    }

    private static Instant countsFrom(Probe probe, Instant since) {
        Exercise exercise = Exercise.findById(probe.exerciseId);
        return ExpectedBreach.of(planned(exercise, probe)).map(expected -> expected.toleratedUntil(exercise, since))
                .orElse(since);
    }

    private static JsonNode planned(Exercise exercise, Probe probe) {
        return exercise.plan().probe(probe.key)
                .orElseThrow(() -> new IllegalStateException("the plan has no probe " + probe.key));
    }

    /** Does what is due for one probe, if it still is. */
    @Transactional
    void work(UUID exerciseId, UUID probeId, Instant watchedSince) {
        Exercise exercise = Exercise.lock(exerciseId);
        Probe probe = Probe.findById(probeId);
        if (!exercise.state.isLive()) {
            return;
        }
        Instant now = clock.instant();
        switch (step(probe, watchedSince, now)) {
            case ACT -> act(exercise, probe, watchedSince, now);
            case REARM -> {
                probe.rearmGuardrail();
                journal.append(exercise, now, new GuardrailRearmed(probe.key), Journal.PLATFORM, Audience.CONTROL);
            }
            case NOTHING -> {
                // somebody else was faster, or the probe is back inside
            }
        }
    }

    private void act(Exercise exercise, Probe probe, Instant watchedSince, Instant now) {
        Instant since = rule(probe).breachSince(facts(probe, watchedSince), now);
        boolean aborts = planned(exercise, probe).path("guardrail").path("then").asText().equals(ABORT);
        String message = history.newestMessage(probe);
        probe.guardrailActed(now);
        journal.append(exercise, now, new GuardrailActed(probe.key, aborts ? ABORT : "revert", since, message),
                Journal.PLATFORM, Audience.CONTROL);
        String reason = "guardrail " + probe.key;
        if (aborts) {
            exerciseTermination.end(exercise, Outcome.ABORTED, reason, Journal.PLATFORM, now);
        } else {
            faults.revertAll(exercise, reason, Journal.PLATFORM, now);
            pause(exercise, reason, now);
            nextDueTracker.set(exercise);
        }
        tell(exercise, probe, aborts, message, now);
    }

    /** The roster sees a pause like any other: who paused, and why, would tell players that something is measured. */
    private void pause(Exercise exercise, String reason, Instant now) {
        if (exercise.state == ExerciseState.RUNNING) {
            exercise.pause(PauseReason.ASKED, now);
            journal.append(exercise, now, ExercisePaused.of(PauseReason.ASKED), Journal.PLATFORM, Audience.ROSTER);
            Reasons.tell(journal, exercise, ExercisePaused.TYPE, reason, Journal.PLATFORM, now);
        }
    }

    private void tell(Exercise exercise, Probe probe, boolean aborts, String message, Instant now) {
        List<String> control = RosterEntry.of(exercise.id).stream().filter(entry -> entry.role.isControl())
                .map(entry -> entry.person).distinct().toList();
        String what = "Guardrail " + probe.key + (aborts ? " aborted " : " paused ") + exercise.name;
        String text = what + ".\nAll active faults are being reverted. " + (message == null ? "" : message + " ")
                + "See that they are gone: " + address.of("/exercises/" + exercise.id + "/control-room");
        outbox.post(new OutboundMessage(exercise.id, null, ItemLine.shortened(what), text, exercise.isRehearsal()), control,
                Outbox.OUTSIDE, now);
    }
}
