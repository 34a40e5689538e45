package dev.blackstart.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts wrong passwords, per person and address and per address alone, over a minute. Only failures count, so a busy script is
 * never slowed; a stranger elsewhere cannot lock somebody out.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_PERSON = 10;
    private static final int PER_ADDRESS = 100;
    private static final int MOST_TRACKED = 50_000;

    private final Clock clock;
    private final Map<String, Failures> counted = new LinkedHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean refuses(String key, String address) {
        Instant now = clock.instant();
        return count(key + "@" + address, now) >= PER_PERSON || count("@" + address, now) >= PER_ADDRESS;
    }

    synchronized void failed(String key, String address) {
        Instant now = clock.instant();
        forget(now);
        add(key + "@" + address, now);
        add("@" + address, now);
    }

    private int count(String track, Instant now) {
        Failures failures = counted.get(track);
        return failures == null || failures.isOver(now) ? 0 : failures.count();
    }

    /** Windows begin when a track does and are equally long, so the oldest track is over first. */
    private void forget(Instant now) {
        Iterator<Failures> oldest = counted.values().iterator();
        while (oldest.hasNext() && oldest.next().isOver(now)) {
            oldest.remove();
        }
    }

    /** With the table full of strangers, those it knows still count. */
    private void add(String track, Instant now) {
        if (counted.size() >= MOST_TRACKED && !counted.containsKey(track)) {
            return;
        }
        counted.merge(track, new Failures(1, now.plus(WINDOW)), (old, one) -> new Failures(old.count() + 1, old.until()));
    }

    private record Failures(int count, Instant until) {
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }
}
