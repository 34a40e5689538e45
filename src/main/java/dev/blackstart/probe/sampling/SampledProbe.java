package dev.blackstart.probe.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.probe.Reading;

/**
 * A probe that this replica measures: which sample is next, and whether one is under way. At most one is; samples that come
 * due meanwhile are skipped and counted.
 */
final class SampledProbe {

    final UUID id;
    final UUID exercise;
    final JsonNode planned;
    final SampleSchedule schedule;

    private long next;
    private long skipped;
    private long handed;
    private Instant busySince;

    /** The state after the newest sample handed out; null before the first. */
    private ProbeState state;

    /** @param stored number of the newest sample that is stored; -1 for none */
    SampledProbe(Probe probe, JsonNode planned, long stored) {
        this.id = probe.id;
        this.exercise = probe.exerciseId;
        this.planned = planned;
        this.schedule = probe.schedule();
        this.state = probe.state;
        this.next = stored + 1;
        this.handed = stored;
    }

    /** What is to be done now. */
    enum Turn {
        MEASURE,
        /** The one before is still under way. */
        SKIP,
        /** The one before should have ended long ago. */
        STUCK,
        NOT_DUE
    }

    /** A turn and the sample it is about. */
    record Due(Turn turn, long n, long skipped) {
    }

    /** @param patience after which a measurement under way is stuck */
    synchronized Due take(Instant now, Duration patience) {
        long newest = schedule.newest(now);
        if (newest < next) {
            return new Due(Turn.NOT_DUE, newest, 0);
        }
        skipped += newest - next;
        next = newest + 1;
        if (busySince == null) {
            busySince = now;
            return new Due(Turn.MEASURE, newest, takeSkipped());
        }
        if (Duration.between(busySince, now).compareTo(patience) > 0) {
            return new Due(Turn.STUCK, newest, takeSkipped());
        }
        skipped++;
        return new Due(Turn.SKIP, newest, 0);
    }

    private long takeSkipped() {
        long taken = skipped;
        skipped = 0;
        return taken;
    }

    synchronized Instant nextDue() {
        return schedule.due(next);
    }

    /** The measurement that was under way has ended. */
    synchronized void free() {
        busySince = null;
    }

    /** Null for one that ended after a newer sample was handed out. */
    synchronized Sample sample(long n, Reading reading, long skippedBefore) {
        if (n <= handed) {
            return null;
        }
        handed = n;
        return Sample.of(id, n, reading, skippedBefore);
    }

    /** Called by the writer alone, in the order of the samples. @return whether the state is another one than before */
    synchronized boolean turns(Sample sample) {
        ProbeState before = state;
        state = ProbeState.of(sample.inside());
        return state != before;
    }
}
