package dev.blackstart.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.people.Person;

/**
 * Passwords found right in the last minute, as an HMAC under a key of this process: bcrypt costs 78 ms of a core, too much for
 * each call of a script. The person's credential version is part of it, so a changed password or role ends it at once.
 */
@ApplicationScoped
class CredentialCache {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final byte[] key = Secrets.random(32);
    private final Map<String, Instant> until = new LinkedHashMap<>();
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final Clock clock;

    CredentialCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a password is right, by the check only where it was not found so in the last minute. Many calls with the same
     * password at once check it once.
     */
    boolean holds(Person person, char[] password, BooleanSupplier check) {
        String mark = mark(person, password);
        if (isKept(mark)) {
            return true;
        }
        synchronized (turns[Math.floorMod(mark.hashCode(), turns.length)]) {
            boolean right = isKept(mark);
            if (!right && check.getAsBoolean()) {
                keep(mark);
                right = true;
            }
            return right;
        }
    }

    /** Whether it was found right in the last minute, without looking any further. */
    boolean holds(Person person, char[] password) {
        return isKept(mark(person, password));
    }

    private boolean isKept(String mark) {
        synchronized (until) {
            Instant end = until.get(mark);
            return end != null && clock.instant().isBefore(end);
        }
    }

    private void keep(String mark) {
        synchronized (until) {
            Instant now = clock.instant();
            until.values().removeIf(end -> !now.isBefore(end));
            if (until.size() < MOST) {
                until.put(mark, now.plus(KEPT));
            }
        }
    }

    private String mark(Person person, char[] password) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key)
                .hmacHex(person.id + ":" + person.credentialVersion + ":" + new String(password));
    }
}
