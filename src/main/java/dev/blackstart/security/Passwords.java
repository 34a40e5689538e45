package dev.blackstart.security;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.PasswordRule;
import dev.blackstart.people.Person;
import dev.blackstart.security.SignInThrottle.Attempt;
import dev.blackstart.web.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** People change their own password; every other browser of theirs is signed out by it. */
@ApplicationScoped
class Passwords {

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
        Attempt attempt = new Attempt(key, HERE + " of " + key, HERE);
        if (throttle.isGuessed(attempt)) {
            throw Problem.invalid("current", "Too many wrong passwords. Try again in 15 minutes.");
        }
        if (current == null || !BcryptUtil.matches(current, hash)) {
            throttle.failed(attempt);
            throw Problem.invalid("current", "This is not your password.");
        }
        PasswordRule.complaint(wanted == null ? "" : wanted).ifPresent(wrong -> {
            throw Problem.invalid("wanted", wrong);
        });
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
