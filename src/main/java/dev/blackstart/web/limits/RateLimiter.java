package dev.blackstart.web.limits;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.blackstart.time.ClockTicker;

/**
 * Counts events by key. A key's window begins with its first event; the next event after the window begins a new one. The
 * number of keys is bounded; when there are more, rarely counted ones are forgotten first.
 */
public final class RateLimiter {

    private static final int MOST_KEYS = 100_000;

    private final int most;
    private final Cache<String, Integer> counts;

    /** @param most events of one key in a window that are not too many */
    public RateLimiter(Clock clock, Duration window, int most) {
        this.most = most;
        this.counts = Caffeine.newBuilder().maximumSize(MOST_KEYS).ticker(new ClockTicker(clock))
                .expireAfter(Expiry.<String, Integer> creating((key, count) -> window)).build();
    }

    /** Counts an event. @return how many there are in the key's window with this one */
    public int add(String key) {
        return counts.asMap().merge(key, 1, Integer::sum);
    }

    /** Counts an event. @return whether it is one too many */
    public boolean refuses(String key) {
        return add(key) > most;
    }

    /** @return how many events there are in the key's window */
    public int count(String key) {
        Integer count = counts.getIfPresent(key);
        return count == null ? 0 : count;
    }
}
