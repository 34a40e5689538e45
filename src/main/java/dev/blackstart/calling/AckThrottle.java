package dev.blackstart.calling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Problem;

/** Counts links that are none, by address, over a minute; whoever holds a real one is never slowed. */
@ApplicationScoped
class AckThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_TRACKED = 10_000;

    private final Clock clock;
    private final int most;
    private final Map<String, Forged> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Forged> eldest) {
            return size() > MOST_TRACKED;
        }
    };

    AckThrottle(Clock clock, CallingConfig config) {
        this.clock = clock;
        this.most = config.forgedLinks();
    }

    private record Forged(int count, Instant until) {
    }

    /** @throws Problem 429 after too many */
    synchronized void forged(String address) {
        Instant now = clock.instant();
        Forged before = counted.get(address);
        Forged after = before == null || !now.isBefore(before.until()) ? new Forged(1, now.plus(WINDOW))
                : new Forged(before.count() + 1, before.until());
        counted.put(address, after);
        if (after.count() > most) {
            throw new Problem(429, "Too many invalid links", "Wait a minute, then open the link of the message again.");
        }
    }
}
