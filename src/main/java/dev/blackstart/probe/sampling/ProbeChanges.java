package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.probe.sampling.ProbeEvent.ProbeBreached;
import dev.blackstart.probe.sampling.ProbeEvent.ProbeInside;

/**
 * Journals that probes left their tolerance or came back, for control staff; the first sample is told only where it is outside.
 */
@ApplicationScoped
class ProbeChanges {

    private final Journal journal;
    private final Event<ProbeChanged> changed;
    private final Clock clock;

    ProbeChanges(Journal journal, Event<ProbeChanged> changed, Clock clock) {
        this.journal = journal;
        this.changed = changed;
        this.clock = clock;
    }

    /** @param samples those that differ from the one before them, in order */
    @Transactional
    void apply(UUID exerciseId, List<Sample> samples) {
        Exercise exercise = Exercise.lock(exerciseId);
        Instant now = clock.instant();
        for (Sample sample : samples) {
            Probe probe = Probe.findById(sample.probe());
            ProbeState before = probe.state;
            if (!probe.turn(sample)) {
                continue;
            }
            if (!sample.inside()) {
                journal.append(exercise, now, new ProbeBreached(probe.key, sample.at(), sample.measured(), sample.message()),
                        Journal.PLATFORM, Audience.CONTROL);
            } else if (before == ProbeState.OUTSIDE) {
                journal.append(exercise, now, new ProbeInside(probe.key, sample.at(), sample.measured()), Journal.PLATFORM,
                        Audience.CONTROL);
            }
            changed.fire(new ProbeChanged(exercise, probe, before, sample, now));
        }
    }
}
