package dev.blackstart.probe.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When samples are due: the n-th at {@code from + n * every}, whatever the samples before it took. So there is no drift, and a
 * replica that takes over goes on with the same numbers.
 */
public record SampleSchedule(Instant from, long everyMicros) {

    public SampleSchedule {
        if (everyMicros < 1) {
            throw new IllegalArgumentException("a probe is sampled every microsecond at most, not every " + everyMicros);
        }
    }

    public static SampleSchedule of(Instant from, Duration every) {
        return new SampleSchedule(from, every.toNanos() / 1_000);
    }

    public Instant due(long n) {
        return from.plus(n * everyMicros, ChronoUnit.MICROS);
    }

    /** The number of the newest sample that is due; negative before the first. */
    public long newest(Instant now) {
        return Math.floorDiv(ChronoUnit.MICROS.between(from, now), everyMicros);
    }
}
