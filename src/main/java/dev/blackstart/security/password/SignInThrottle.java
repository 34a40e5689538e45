package dev.blackstart.security.password;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.limits.RateLimiter;
import io.quarkus.logging.Log;

/**
 * Makes guessing slow, and locks nobody out: wrong passwords are counted by account, or by the device where the person has
 * signed in before, and by address. Where there were many, each answer comes later, the right password's too; none is refused.
 */
@ApplicationScoped
public class SignInThrottle {

    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;

    private final RateLimiter byAccount;
    private final RateLimiter byAddress;

    SignInThrottle(Clock clock) {
        byAccount = new RateLimiter(clock, WINDOW, PER_ACCOUNT);
        byAddress = new RateLimiter(clock, WINDOW, PER_ADDRESS);
    }

    /**
     * Whose wrong passwords count together.
     *
     * @param device where the person has signed in before; else null, and the person's whole account counts
     */
    public record Attempt(String account, String device, String address) {

        private String track() {
            return device == null ? "account " + account : "device " + device;
        }
    }

    /** How long its answer has to wait: twice as long with every ten more that were wrong, up to {@link #LONGEST}. */
    Duration delay(Attempt attempt) {
        int wrong = byAccount.count(attempt.track());
        if (wrong >= PER_ACCOUNT) {
            int doubled = (wrong - PER_ACCOUNT) / PER_ACCOUNT;
            Duration delay = SHORTEST.multipliedBy(1L << Math.min(doubled, 10));
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
        return isFlooded(attempt) ? SHORTEST : Duration.ZERO;
    }

    /** Whether many wrong ones came from its address, so that a name which does not exist need not cost any more work. */
    public boolean isFlooded(Attempt attempt) {
        return attempt.device() == null && byAddress.count(attempt.address()) >= PER_ADDRESS;
    }

    public void failed(Attempt attempt) {
        byAddress.add(attempt.address());
        if (byAccount.add(attempt.track()) == PER_ACCOUNT) {
            Log.warnf("%d wrong passwords for %s, the last from %s; answers to more of them come later", PER_ACCOUNT,
                    printable(attempt.account()), attempt.address());
        }
    }

    /** A stranger chose it. */
    private static String printable(String account) {
        return account.substring(0, Math.min(account.length(), 50)).replaceAll("[^\\p{L}\\p{N}.@_-]", "?");
    }
}
