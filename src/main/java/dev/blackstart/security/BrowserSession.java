package dev.blackstart.security;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.people.Person;

/** A browser that is signed in. Its cookie, and every copy of it, is worth nothing once this is gone. */
@Entity
public class BrowserSession extends BaseEntity {

    /** A little longer than the cookie lives. */
    static final Duration KEPT = Duration.ofHours(13);

    /** Its last use is written down this often, not at each request. */
    private static final Duration STEP = Duration.ofMinutes(10);

    @NotNull
    public String personKey;

    /** The person's at sign-in: a changed password or role ends it. */
    public int credentialVersion;

    @NotNull
    public Instant usedAt;

    /** When somebody signed out of it, where the provider's own session may live on; else the row is simply gone. */
    public Instant endedAt;

    protected BrowserSession() {
    }

    /** Begins one, and forgets those whose cookies have run out. */
    public static BrowserSession begin(Person person, Instant at) {
        return begin(UUID.randomUUID(), person, at);
    }

    /** Whether one that the identity provider named goes on, or begins now; false where somebody signed out of it. */
    public static boolean isOpen(UUID id, Person person, Instant at) {
        BrowserSession known = findById(id);
        if (known == null) {
            begin(id, person, at);
            return true;
        }
        known.use(at);
        return known.personKey.equals(person.key) && known.endedAt == null;
    }

    /** Somebody signed out of it while the identity provider could not be asked whose it was. @return that it is not open */
    public static boolean end(UUID id, Person person, Instant at) {
        isOpen(id, person, at);
        update("endedAt = ?1 where id = ?2 and endedAt is null", at, id);
        return false;
    }

    private static BrowserSession begin(UUID id, Person person, Instant at) {
        delete("usedAt < ?1", at.minus(KEPT));
        BrowserSession session = new BrowserSession(id, person, at);
        session.persist();
        return session;
    }

    private BrowserSession(UUID id, Person person, Instant at) {
        super(id, at);
        this.personKey = person.key;
        this.credentialVersion = person.credentialVersion;
        this.usedAt = at;
    }

    public boolean isOf(Person person) {
        return endedAt == null && personKey.equals(person.key) && credentialVersion == person.credentialVersion;
    }

    /** The password was changed from this very browser. */
    public void goOn(Person person) {
        credentialVersion = person.credentialVersion;
    }

    /** Several requests at once may say so: none fails for it. */
    public void use(Instant at) {
        if (usedAt.plus(STEP).isBefore(at)) {
            update("usedAt = ?1 where id = ?2 and usedAt < ?1", at, id);
        }
    }
}
