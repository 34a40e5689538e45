package dev.blackstart.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

/**
 * Makes guessing slow, and locks nobody out: wrong passwords are counted by account, or by the device where the person has
 * signed in before, and by address. Where there were many, each answer comes later, the right password's too; none is refused.
 */
@ApplicationScoped
class SignInThrottle {

    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private static final int MOST_TRACKED = 200_000;

    private final Clock clock;
    private final Map<String, Failures> counted = new LinkedHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whose wrong passwords count together.
     *
     * @param device where the person has signed in before; else null, and the person's whole account counts
     */
    record Attempt(String account, String device, String address) {

        private String track() {
            return device == null ? "account " + account : "device " + device;
        }
    }

    /** How long its answer has to wait: twice as long with every ten more that were wrong, up to {@link #LONGEST}. */
    synchronized Duration delay(Attempt attempt) {
        int doubled = (count(attempt.track()) - PER_ACCOUNT) / PER_ACCOUNT;
        if (isGuessed(attempt)) {
            Duration delay = SHORTEST.multipliedBy(1L << Math.min(doubled, 10));
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
        return isFlooded(attempt) ? SHORTEST : Duration.ZERO;
    }

    /** Whether many passwords for the same account, or device, were wrong. */
    private boolean isGuessed(Attempt attempt) {
        return count(attempt.track()) >= PER_ACCOUNT;
    }

    /** Whether many wrong ones came from its address, so that a name which does not exist need not cost any more work. */
    synchronized boolean isFlooded(Attempt attempt) {
        return attempt.device() == null && count("address " + attempt.address()) >= PER_ADDRESS;
    }

    synchronized void failed(Attempt attempt) {
        Instant now = clock.instant();
        forget(now);
        add(attempt.track(), now);
        add("address " + attempt.address(), now);
        if (count(attempt.track()) == PER_ACCOUNT) {
            Log.warnf("%d wrong passwords for %s, the last from %s; answers to more of them come later", PER_ACCOUNT,
                    printable(attempt.account()), attempt.address());
        }
    }

    /** A stranger chose it. */
    private static String printable(String account) {
        return account.substring(0, Math.min(account.length(), 50)).replaceAll("[^\\p{L}\\p{N}.@_-]", "?");
    }

    private int count(String track) {
        Failures failures = counted.get(track);
        return failures == null || failures.isOver(clock.instant()) ? 0 : failures.count();
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
