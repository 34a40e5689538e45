package dev.blackstart.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.benmanes.caffeine.cache.Ticker;

/** Lets the entries of a cache expire by our clock. */
public record ClockTicker(Clock clock) implements Ticker {

    @Override
    public long read() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }
}
