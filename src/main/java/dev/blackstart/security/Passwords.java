package dev.blackstart.security;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.web.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** People change their own password; every other browser of theirs is signed out by it. */
@ApplicationScoped
class Passwords {

    private static final int SHORTEST = 10;

    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final String HERE = "the settings page";

    private final SignInThrottle throttle;
    private final Provider provider;

    Passwords(SignInThrottle throttle, Provider provider) {
        this.throttle = throttle;
        this.provider = provider;
    }

    /** Whether this installation keeps one of theirs. */
    boolean hasOne(String key) {
        return !provider.isOn() && Person.byKey(key).passwordHash != null;
    }

    /** @param session of the browser that stays signed in */
    void change(String key, String current, String wanted, UUID session) {
        String hash = QuarkusTransaction.requiringNew().call(() -> Person.byKey(key)).passwordHash;
        if (hash == null || provider.isOn()) {
            throw Problem.conflict("Your password is not kept here; change it where you sign in.");
        }
        if (throttle.refuses(key, HERE)) {
            throw Problem.invalid("current", "Too many wrong passwords; wait a minute.");
        }
        if (current == null || !BcryptUtil.matches(current, hash)) {
            throttle.failed(key, HERE);
            throw Problem.invalid("current", "This is not your password.");
        }
        if (wanted == null || wanted.codePointCount(0, wanted.length()) < SHORTEST || wanted.isBlank()) {
            throw Problem.invalid("wanted", "Take at least " + SHORTEST + " characters; a few words are good.");
        }
        if (wanted.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || wanted.indexOf('\0') >= 0) {
            throw Problem.invalid("wanted", "Take at most " + MOST_BYTES + " characters.");
        }
        if (wanted.equals(current) || wanted.equals(DemoPeople.PASSWORD)) {
            throw Problem.invalid("wanted", "Take another one than before.");
        }
        String newHash = BcryptUtil.bcryptHash(wanted);
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = Person.byKey(key);
            person.changePassword(newHash);
            BrowserSession mine = session == null ? null : BrowserSession.findById(session);
            if (mine != null) {
                mine.goOn(person);
            }
        });
    }
}
