package dev.blackstart.security;

import java.util.UUID;

import dev.blackstart.people.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * How somebody was signed in when something long began, so that it can end when that does.
 *
 * @param session of a browser; null where a password came with the call
 * @param credentialVersion the person's then
 */
public record SignedIn(String person, UUID session, int credentialVersion) {

    /** Whether it still holds: the session is there, and neither password nor role has changed. */
    public boolean holds() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Person now = Person.byKey(person);
            return now != null && now.isHere() && now.credentialVersion == credentialVersion
                    && (session == null || BrowserSession.findById(session) != null);
        });
    }
}
