package dev.blackstart.security;

import java.time.Instant;
import java.util.UUID;

import dev.blackstart.people.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * How somebody was signed in when something long began, so that it can end when that does.
 *
 * @param session of a browser; null where a password or a token came with the call
 * @param credentialVersion the person's then
 * @param until how long the identity provider vouches for it; null where it is not asked
 */
public record SignInTicket(String person, UUID session, int credentialVersion, Instant until) {

    // attributes of an identity
    public static final String KEY = "key";
    public static final String NAME = "name";
    public static final String SESSION = "session";
    public static final String VERSION = "credential-version";

    /** How long the provider vouches for it. */
    public static final String UNTIL = "until";

    /** Whether it still holds: the session is there, neither password nor role has changed, and no token has run out. */
    public boolean holds(Instant now) {
        return (until == null || now.isBefore(until)) && QuarkusTransaction.requiringNew().call(() -> {
            Person known = Person.byKey(person);
            BrowserSession browser = session == null ? null : BrowserSession.findById(session);
            return known != null && known.isHere() && known.credentialVersion == credentialVersion
                    && (session == null || browser != null && browser.endedAt == null);
        });
    }
}
