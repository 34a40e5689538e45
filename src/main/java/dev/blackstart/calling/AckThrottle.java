package dev.blackstart.calling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.blackstart.problem.Problem;

/** Counts links that are none, by address, over a minute; whoever holds a real one is never slowed. */
@ApplicationScoped
class AckThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_TRACKED = 10_000;

    private final Clock clock;
    private final int most;
    private final Cache<String, Forged> counted = Caffeine.newBuilder().maximumSize(MOST_TRACKED).build();

    AckThrottle(Clock clock, CallingConfig config) {
        this.clock = clock;
        this.most = config.invalidLinkLimit();
    }

    private record Forged(int count, Instant until) {
    }

    /** @throws Problem 429 after too many */
    void forged(String address) {
        Instant now = clock.instant();
        Forged forged = counted.asMap().compute(address,
                (same, before) -> before == null || !now.isBefore(before.until()) ? new Forged(1, now.plus(WINDOW))
                        : new Forged(before.count() + 1, before.until()));
        if (forged.count() > most) {
            throw new Problem(429, "Too many invalid links", "Wait a minute, then open the link of the message again.");
        }
    }
}
