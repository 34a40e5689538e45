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
import dev.blackstart.people.system.SystemEntry;
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
    private final PasswordHasher hasher;
    private final Clock clock;
    private final boolean provider;

    DemoPeople(PeopleConfig config, PasswordHasher hasher, Clock clock,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.provider = provider;
        this.config = config;
        this.hasher = hasher;
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
        String password = config.admin().password().orElseThrow(
                () -> new IllegalStateException("blackstart.admin.key is set: set blackstart.admin.password too"));
        PasswordRule.check("blackstart.admin.password", password);
        if (Person.byKey(key) == null) {
            new Person(key, key, null, PlatformRole.ADMIN, hasher.hash(password), clock.instant()).persist();
            Log.infof("Made the first administrator %s", key);
        }
    }

    private void makeCast() {
        if (Person.count() > 0) {
            return;
        }
        Instant now = clock.instant();
        String hash = signIn() ? hasher.hash(PASSWORD) : null;
        CAST.forEach(member -> member.make(hash, now));
        team("storage", "Storage", "tess", List.of("pia", "pete"), List.of("pia", "pete", "tess"), now);
        team("network", "Network", "nora", List.of("noel"), List.of("noel", "nora"), now);
        team("web", "Web", "wim", List.of("wilma"), List.of("wilma", "wim"), now);
        SYSTEMS.forEach(system -> system.make(now));
    }

    private static void team(String key, String name, String lead, List<String> members, List<String> duty, Instant now) {
        Team team = new Team(key, name, lead, members, now);
        team.staff(members, duty);
        team.persist();
    }

    /** The numbers are those that Berlin and London keep free for stories. */
    private record Member(String key, String name, PlatformRole role, String phone, String zone, List<String> skills) {

        void make(String hash, Instant now) {
            Person person = new Person(key, name, null, role, hash, now);
            person.reachAt(new ContactMethods(key + "@example.org", null, phone, zone).checked());
            person.describe(name, skills);
            person.persist();
        }
    }

    private record Thing(String key, String name, String site, String kind, String owner, String carries, boolean offLimits) {

        void make(Instant now) {
            SystemEntry system = new SystemEntry(key, name, now);
            system.describe(name, site, kind, owner);
            system.carry(List.of(carries));
            system.putOffLimits(offLimits);
            system.persist();
        }
    }

    private static final List<Member> CAST = List.of(
            new Member("dana", "Dana Okafor", PlatformRole.MASTER_OF_DISASTER, "+49 30 23125 101", "Europe/Berlin",
                    List.of("facilitation", "incident command")),
            new Member("adam", "Adam Lindqvist", PlatformRole.ADMIN, "+49 30 23125 102", "Europe/Stockholm",
                    List.of("identity", "operations")),
            new Member("carl", "Carl Brandt", PlatformRole.MEMBER, "+49 30 23125 103", "Europe/Berlin",
                    List.of("incident command")),
            new Member("sol", "Sol Herrera", PlatformRole.MEMBER, "+49 30 23125 104", "Europe/Madrid", List.of("safety")),
            new Member("eve", "Eve Moreau", PlatformRole.MEMBER, "+49 30 23125 105", "Europe/Paris", List.of("evaluation")),
            new Member("olga", "Olga Petrova", PlatformRole.MEMBER, null, "Europe/Sofia", List.of()),
            new Member("tess", "Tess Whitaker", PlatformRole.MEMBER, "+44 20 7946 0106", "Europe/London",
                    List.of("databases", "storage")),
            new Member("pia", "Pia Rossi", PlatformRole.MEMBER, "+49 30 23125 107", "Europe/Rome",
                    List.of("databases", "failover")),
            new Member("pete", "Pete Nakamura", PlatformRole.MEMBER, "+49 30 23125 108", "Asia/Tokyo", List.of("backups")),
            new Member("nora", "Nora Dlamini", PlatformRole.MEMBER, "+49 30 23125 109", "Africa/Johannesburg",
                    List.of("routing")),
            new Member("noel", "Noel Fischer", PlatformRole.MEMBER, "+49 30 23125 110", "Europe/Berlin",
                    List.of("firewalls", "routing")),
            new Member("wim", "Wim de Vries", PlatformRole.MEMBER, "+49 30 23125 111", "Europe/Amsterdam",
                    List.of("front end")),
            new Member("wilma", "Wilma Sand", PlatformRole.MEMBER, "+49 30 23125 112", "Europe/Amsterdam",
                    List.of("accessibility", "front end")));

    private static final List<Thing> SYSTEMS = List.of(
            new Thing("orders-db", "Orders database", "fra1", "database", "storage", "", false),
            new Thing("orders-api", "Orders service", "fra1", "service", "web", "", false),
            new Thing("payments-ledger", "Payments ledger", "fra1", "database", "storage", "", true),
            new Thing("customer-data", "Customer database", "fra1", "database", "storage", "", true),
            new Thing("metrics", "Metrics and alarms", "fra1", "monitoring", "network", "", false),
            new Thing("line-primary", "Primary line fra1–ams1", "fra1", "network", "network", "", false),
            new Thing("management-net", "Management network", "ams1", "network", "nora", "", true),
            new Thing("mail-relay", "Mail relay", "fra1", "service", "network", "mail", false),
            new Thing("identity", "Sign-in of everybody", "ams1", "service", "adam", "sign-in", false));
}
