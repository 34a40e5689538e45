package dev.blackstart.security.signin;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.PasswordRule;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.security.oidc.OidcProvider;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;

/** The one login that opens the pages when the identity provider is away. Off unless configured; each use is logged. */
@ApplicationScoped
class BreakGlass {

    /** Stands where the provider's subject would: nobody who signs in there ever becomes this person. */
    private static final String SUBJECT = "break-glass";

    private final Config config;
    private final OidcProvider oidcProvider;
    private final Clock clock;

    BreakGlass(Config config, OidcProvider oidcProvider, Clock clock) {
        this.config = config;
        this.oidcProvider = oidcProvider;
        this.clock = clock;
    }

    /** The login for when the identity provider is away. */
    @ConfigMapping(prefix = "blackstart.break-glass")
    interface Config {

        /** Its name: a person of this key is made at start, as an administrator. */
        Optional<String> key();

        /** Its password; without both there is no such login. */
        Optional<String> password();
    }

    boolean isOn() {
        return oidcProvider.isOn() && config.key().isPresent() && config.password().isPresent();
    }

    /** @throws IllegalStateException where the key is somebody's already */
    @Transactional
    void atStart(@Observes @Priority(DemoPeople.AT_START) StartupEvent start) {
        if (!isOn()) {
            return;
        }
        PasswordRule.check("blackstart.break-glass.password", config.password().orElseThrow());
        String key = config.key().orElseThrow();
        Person known = Person.byKey(key);
        if (known == null) {
            Person made = new Person(key, key, null, PlatformRole.ADMIN, null, clock.instant());
            made.belongTo(SUBJECT);
            made.persist();
        } else if (!isOf(known)) {
            throw new IllegalStateException(
                    "blackstart.break-glass.key is the key of somebody in the directory; choose another");
        }
        Log.warnf("BREAK GLASS: %s can sign in with a password, past the identity provider", key);
    }

    Person person() {
        return Person.byKey(config.key().orElseThrow());
    }

    boolean isOf(Person person) {
        return isOn() && SUBJECT.equals(person.subject) && person.key.equals(config.key().orElseThrow());
    }

    /** Whether these are its name and password. @param address whose try it is, for the log */
    boolean opens(String key, char[] password, String address) {
        if (!isOn()) {
            return false;
        }
        boolean right = Secrets.areEqual(key, PasswordSignIn.key(config.key().orElseThrow()))
                & Secrets.areEqual(new String(password), config.password().orElseThrow());
        if (right) {
            Log.warnf("BREAK GLASS: %s signed in from %s, past the identity provider", key, address);
        } else {
            Log.warnf("BREAK GLASS: a wrong name or password from %s", address);
        }
        return right;
    }
}
