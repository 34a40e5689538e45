package dev.blackstart.security.password;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.people.Person;
import dev.blackstart.time.ClockTicker;

/**
 * Passwords found right in the last minute, as an HMAC under a key of this process: bcrypt costs 78 ms of a core, too much for
 * each call of a script. The person's credential version is part of it, so a changed password or role ends it at once.
 */
@ApplicationScoped
public class CredentialCache {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final byte[] key = Secrets.random(32);
    private final Cache<String, Boolean> right;

    CredentialCache(Clock clock) {
        right = Caffeine.newBuilder().initialCapacity(MOST).maximumSize(MOST).expireAfterWrite(KEPT)
                .ticker(new ClockTicker(clock)).build();
    }

    /**
     * Whether a password is right, by the check only where it was not found so in the last minute. Many calls with the same
     * password at once check it once.
     */
    public boolean holds(Person person, char[] password, BooleanSupplier check) {
        return right.get(mark(person, password), mark -> check.getAsBoolean() ? true : null) != null;
    }

    /** Whether it was found right in the last minute, without looking any further. */
    public boolean holds(Person person, char[] password) {
        return right.getIfPresent(mark(person, password)) != null;
    }

    private String mark(Person person, char[] password) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key)
                .hmacHex(person.id + ":" + person.credentialVersion + ":" + new String(password));
    }
}
