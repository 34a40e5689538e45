package dev.blackstart.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** How often a feed is read in a minute. */
@ApplicationScoped
class FeedThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_FEED = 30;
    private static final int MOST_TRACKED = 20_000;

    private final Clock clock;
    private final Map<String, Count> counted = new LinkedHashMap<>();

    FeedThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts this reading. */
    synchronized boolean refuses(String tokenHash) {
        return add("feed " + tokenHash) > PER_FEED;
    }

    private int add(String track) {
        Instant now = clock.instant();
        Iterator<Count> oldest = counted.values().iterator();
        while (oldest.hasNext() && oldest.next().isOver(now)) {
            oldest.remove();
        }
        if (counted.size() >= MOST_TRACKED && !counted.containsKey(track)) {
            return 0;
        }
        return counted.merge(track, new Count(1, now.plus(WINDOW)), (old, one) -> new Count(old.times() + 1, old.until()))
                .times();
    }

    private record Count(int times, Instant until) {
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }
}
