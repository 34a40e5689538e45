package dev.blackstart.security.password;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.PasswordHasher;
import dev.blackstart.people.PasswordRule;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.BrowserSession;
import dev.blackstart.security.oidc.OidcProvider;
import dev.blackstart.security.password.SignInThrottle.Attempt;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/** People change their own password; every other browser of theirs is signed out by it. */
@ApplicationScoped
public class Passwords {

    private static final String HERE = "the settings page";

    private static final int RETRY_SECONDS = 10;

    private final ThrottledCheck checks;
    private final OidcProvider oidcProvider;
    private final PasswordHasher hasher;

    Passwords(ThrottledCheck checks, OidcProvider oidcProvider, PasswordHasher hasher) {
        this.hasher = hasher;
        this.checks = checks;
        this.oidcProvider = oidcProvider;
    }

    /** Whether this installation keeps one of theirs. */
    public boolean hasOne(String key) {
        return !oidcProvider.isOn() && Person.byKey(key).passwordHash != null;
    }

    /**
     * Checks the password somebody has, late after many wrong ones, as sign-in does: a right one is never refused.
     *
     * @return fails with a {@link Problem} for a wrong one; emits on a thread that must not be blocked
     */
    public Uni<Void> confirm(String key, String current) {
        String hash = hash(key);
        Attempt attempt = new Attempt(key, HERE + " of " + key, HERE + " of " + key);
        return checks.<Void> take(attempt, true, () -> {
            if (current == null || !BcryptUtil.matches(current, hash)) {
                throw Problem.invalid("current", "This is not your password.");
            }
            return null;
        }).onFailure(AuthenticationFailedException.class)
                .transform(full -> Problem.busy("Many passwords are being checked; try again in a moment.", RETRY_SECONDS));
    }

    /**
     * @param current has been confirmed
     * @param session of the browser that stays signed in
     */
    public void change(String key, String current, String wanted, UUID session) {
        hash(key);
        PasswordRule.complaint(wanted == null ? "" : wanted).ifPresent(wrong -> {
            throw Problem.invalid("wanted", wrong);
        });
        if (wanted.equals(current) || wanted.equals(DemoPeople.PASSWORD)) {
            throw Problem.invalid("wanted", "Take another one than before.");
        }
        String newHash = hasher.hash(wanted);
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = Person.byKey(key);
            person.changePassword(newHash);
            BrowserSession mine = session == null ? null : BrowserSession.findById(session);
            if (mine != null) {
                mine.goOn(person);
            }
        });
    }

    private String hash(String key) {
        String hash = QuarkusTransaction.requiringNew().call(() -> Person.byKey(key)).passwordHash;
        if (hash == null || oidcProvider.isOn()) {
            throw Problem.conflict("Your password is not kept here; change it where you sign in.");
        }
        return hash;
    }
}
