package dev.blackstart.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.database.Database;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * The cast of the README, so that somebody can conduct a first Game Day in five minutes; and the first administrator elsewhere.
 */
@ApplicationScoped
public class DemoPeople {

    /** Before the plans are imported, which name them. */
    public static final int AT_START = 100;

    public static final String PASSWORD = "blackstart";

    private final PeopleConfig config;
    private final Clock clock;
    private final boolean provider;

    DemoPeople(PeopleConfig config, Clock clock,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.provider = provider;
        this.config = config;
        this.clock = clock;
    }

    /** Whether this process makes them: by configuration, else on H2 without an identity provider. */
    public boolean wanted() {
        return config.demo().orElse(!Database.isPostgresql() && !provider);
    }

    /** Whether they sign in with the password that everybody knows: an identity provider knows them by their mail. */
    public boolean signIn() {
        return wanted() && !provider;
    }

    @Transactional
    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        if (wanted()) {
            makeCast();
        }
        config.admin().key().ifPresent(this::makeFirstAdmin);
    }

    private void makeFirstAdmin(String key) {
        if (Person.byKey(key) == null) {
            String password = config.admin().password()
                    .orElseThrow(
                            () -> new IllegalStateException("blackstart.admin.key is set: set blackstart.admin.password too"));
            new Person(key, key, null, PlatformRole.ADMIN, BcryptUtil.bcryptHash(password), clock.instant()).persist();
            Log.infof("Made the first administrator %s", key);
        }
    }

    private void makeCast() {
        if (Person.count() > 0) {
            return;
        }
        Instant now = clock.instant();
        String hash = signIn() ? BcryptUtil.bcryptHash(PASSWORD) : null;
        person("dana", "Dana Okafor", PlatformRole.MASTER_OF_DISASTER, hash, now);
        person("adam", "Adam Lindqvist", PlatformRole.ADMIN, hash, now);
        person("carl", "Carl Brandt", PlatformRole.MEMBER, hash, now);
        person("sol", "Sol Herrera", PlatformRole.MEMBER, hash, now);
        person("eve", "Eve Moreau", PlatformRole.MEMBER, hash, now);
        person("olga", "Olga Petrova", PlatformRole.MEMBER, hash, now);
        person("tess", "Tess Whitaker", PlatformRole.MEMBER, hash, now);
        person("pia", "Pia Rossi", PlatformRole.MEMBER, hash, now);
        person("pete", "Pete Nakamura", PlatformRole.MEMBER, hash, now);
        person("nora", "Nora Dlamini", PlatformRole.MEMBER, hash, now);
        person("noel", "Noel Fischer", PlatformRole.MEMBER, hash, now);
        person("wim", "Wim de Vries", PlatformRole.MEMBER, hash, now);
        person("wilma", "Wilma Sand", PlatformRole.MEMBER, hash, now);
        new Team("storage", "Storage", "tess", List.of("pia", "pete"), now).persist();
        new Team("network", "Network", "nora", List.of("noel"), now).persist();
        new Team("web", "Web", "wim", List.of("wilma"), now).persist();
    }

    private static void person(String key, String name, PlatformRole role, String hash, Instant now) {
        new Person(key, name, key + "@example.org", role, hash, now).persist();
    }
}
