package dev.blackstart.security.signin;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.PasswordHasher;
import dev.blackstart.people.Person;
import dev.blackstart.security.BrowserSession;
import dev.blackstart.security.SignInTicket;
import dev.blackstart.security.oidc.OidcProvider;
import dev.blackstart.security.password.CredentialCache;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** People who sign in with a password that this installation keeps as bcrypt. */
@ApplicationScoped
class LocalAuthenticator {

    /** Attributes of an identity: the person's key and name, and the browser session it came by, if any. */

    /** Unknown people cost as much time as known ones, so that nobody learns who exists. */
    private final String nobody;

    private final CredentialCache checked;
    private final DemoPeople demo;
    private final OidcProvider oidcProvider;
    private final BreakGlass breakGlass;
    private final Clock clock;

    LocalAuthenticator(CredentialCache checked, DemoPeople demo, OidcProvider oidcProvider, BreakGlass breakGlass,
            PasswordHasher hasher, Clock clock) {
        nobody = hasher.hash("nobody has this password");
        this.oidcProvider = oidcProvider;
        this.breakGlass = breakGlass;
        this.checked = checked;
        this.demo = demo;
        this.clock = clock;
    }

    /** Whoever calls the API with a password. @param flooded its address guesses names: one that nobody has costs no work */
    SecurityIdentity calling(String key, char[] password, boolean flooded) {
        return identity(withPassword(key, password, flooded), null);
    }

    /** Whoever calls it again with a password that was found right a moment ago; null for anybody else. */
    SecurityIdentity callingAgain(String key, char[] password) {
        Person person = oidcProvider.isOn() ? null : withKey(key);
        return mayHave(person, password) && checked.holds(person, password) ? identity(person, null) : null;
    }

    /** Whoever signs in at the page: a session begins. */
    SecurityIdentity signingIn(String key, char[] password, String address, boolean flooded) {
        Person person = oidcProvider.isOn() ? breakingGlass(key, password, address) : withPassword(key, password, flooded);
        return identity(person,
                QuarkusTransaction.requiringNew().call(() -> BrowserSession.begin(person, clock.instant())).id);
    }

    private Person breakingGlass(String key, char[] password, String address) {
        if (!breakGlass.opens(key, password, address)) {
            throw new AuthenticationFailedException("the identity provider signs people in");
        }
        return QuarkusTransaction.requiringNew().call(breakGlass::person);
    }

    /** No transaction is open while bcrypt works. */
    private Person withPassword(String key, char[] password, boolean flooded) {
        if (oidcProvider.isOn()) {
            throw new AuthenticationFailedException("the identity provider signs people in");
        }
        Person person = withKey(key);
        if (!mayHave(person, password)) {
            if (person != null || !flooded) {
                BcryptUtil.matches(new String(password), nobody);
            }
            throw new AuthenticationFailedException("wrong key or password");
        }
        if (!checked.holds(person, password, () -> BcryptUtil.matches(new String(password), person.passwordHash))) {
            throw new AuthenticationFailedException("wrong key or password");
        }
        return person;
    }

    private static Person withKey(String key) {
        return key.indexOf('\0') >= 0 ? null : QuarkusTransaction.requiringNew().call(() -> Person.byKey(key));
    }

    private boolean mayHave(Person person, char[] password) {
        return person != null && person.isHere() && person.passwordHash != null && !isLeftOver(password);
    }

    /** Everybody knows the demo people's password: where they are not wanted, it opens nothing, whoever still has it. */
    private boolean isLeftOver(char[] password) {
        return !demo.signIn() && DemoPeople.PASSWORD.equals(new String(password));
    }

    /**
     * Whoever holds a session cookie of ours: the roles are those of now.
     *
     * @param principal what the cookie holds, as {@link #identity} named it
     */
    @Transactional
    SecurityIdentity returning(String principal) {
        UUID id = session(principal);
        BrowserSession session = id == null ? null : BrowserSession.findById(id);
        Person person = session == null ? null : Person.byKey(session.personKey);
        if (person == null || !person.isHere() || !session.isOf(person) || oidcProvider.isOn() && !breakGlass.isOf(person)) {
            throw new AuthenticationFailedException("this session has ended");
        }
        session.use(clock.instant());
        return identity(person, id);
    }

    /** Of one that the provider began something is kept: its cookie lives until the provider's own session does not. */
    @Transactional
    void end(UUID session, boolean ofProvider) {
        if (ofProvider) {
            BrowserSession.update("endedAt = ?1 where id = ?2", clock.instant(), session);
        } else {
            BrowserSession.deleteById(session);
        }
    }

    private static UUID session(String principal) {
        try {
            return UUID.fromString(principal);
        } catch (IllegalArgumentException fromBefore) {
            return null;
        }
    }

    /** The cookie keeps the principal's name and nothing else: there it is the session, not the person. */
    private static SecurityIdentity identity(Person person, UUID session) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session == null ? person.key : session.toString()))
                .addRole(person.platformRole.key()).addAttribute(SignInTicket.KEY, person.key)
                .addAttribute(SignInTicket.NAME, person.name)
                .addAttribute(SignInTicket.VERSION, person.credentialVersion);
        return session == null ? identity.build() : identity.addAttribute(SignInTicket.SESSION, session).build();
    }
}
