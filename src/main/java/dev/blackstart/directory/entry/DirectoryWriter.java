package dev.blackstart.directory.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.PasswordHasher;
import dev.blackstart.people.PasswordRule;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/** Writes single entries of the directory, one writer at a time, and the record of it in the same transaction. */
@ApplicationScoped
public class DirectoryWriter {

    /** Single entries are written faster; an import is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DirectoryRecord record;
    private final PasswordHasher hasher;
    private final Clock clock;

    DirectoryWriter(DirectoryRecord record, PasswordHasher hasher, Clock clock) {
        this.hasher = hasher;
        this.record = record;
        this.clock = clock;
    }

    /** Keys of people and teams share one namespace: two writers could give the same. */
    public static void lock() {
        lock(PATIENCE);
    }

    /**
     * Asks again and again rather than to wait in the database: that ends on every database, and its transaction stays whole.
     *
     * @param patience how long; a file may take minutes, a single entry takes an instant
     * @throws Problem 409 while somebody else has it
     */
    public static void lock(Duration patience) {
        for (long asked = 0; !isTaken(); asked++) {
            if (asked * PAUSE.toMillis() >= patience.toMillis()) {
                throw Problem.conflict("A file is being imported right now; try again in a moment.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isTaken() {
        return !Panache.getEntityManager()
                .createNativeQuery("select id from directory_lock where id = 1 for update skip locked").getResultList()
                .isEmpty();
    }

    /** @throws Problem 409 for a key that is taken, 422 for everything that is wrong */
    @Transactional
    public <F extends EntryFacts> F make(EntryType<F> kind, Fields fields, boolean mayGiveRoles, String by) {
        mustBeStorable(fields);
        lock();
        String key = fields.text("key", null);
        if (key != null && kind.one(key) != null) {
            throw Problem.conflict("There is already an entry with the key '%s'; choose another key.".formatted(key))
                    .with("field", "key");
        }
        return save(kind, key, null, fields, mayGiveRoles, by);
    }

    /** @throws Problem 404 for an unknown key, 422 for everything that is wrong */
    @Transactional
    public <F extends EntryFacts> F change(EntryType<F> kind, String key, Fields fields, boolean mayGiveRoles, String by) {
        if (!Fields.isStorable(key)) {
            throw Problem.notFound();
        }
        mustBeStorable(fields);
        lock();
        F before = kind.one(key);
        if (before == null) {
            throw Problem.notFound();
        }
        if (fields.has("key") && !key.equals(fields.text("key", key))) {
            throw Problem.invalid("key", "A key stays what it is: plans and the record refer to it.");
        }
        return save(kind, key, before, fields, mayGiveRoles, by);
    }

    private static void mustBeStorable(Fields fields) {
        FieldErrors flaws = new FieldErrors();
        fields.check(flaws);
        flaws.refuse();
    }

    private <F extends EntryFacts> F save(EntryType<F> kind, String key, F before, Fields fields, boolean mayGiveRoles,
            String by) {
        FieldErrors flaws = new FieldErrors();
        F after = kind.merge(key, before, fields, DirectorySnapshot.asking(mayGiveRoles, by), flaws);
        if (before == null && flaws.all().stream().anyMatch(flaw -> flaw.message().contains("share their keys"))) {
            throw Problem.conflict(flaws.all().stream().filter(flaw -> flaw.field().equals("key")).findFirst().orElseThrow()
                    .message()).with("field", "key");
        }
        flaws.refuse();
        if (!after.equals(before)) {
            write(kind, before, after, by, clock.instant());
            if (isAdministrator(before) && !isAdministrator(after)) {
                mustKeepAnAdministrator();
            }
        }
        return after;
    }

    /** The caller holds the lock and has looked at it. */
    public <F extends EntryFacts> void write(EntryType<F> kind, F before, F after, String by, Instant at) {
        kind.save(before, after, at);
        record.tell(kind.recorded(), after.key(), before == null ? "made" : "changed",
                before == null ? null : kind.shown(before), kind.shown(after), by, at);
    }

    public static boolean isAdministrator(EntryFacts facts) {
        return facts instanceof PersonFacts person && person.role() == PlatformRole.ADMIN;
    }

    /** Else nobody could give roles any more. */
    public static void mustKeepAnAdministrator() {
        Panache.getEntityManager().flush();
        if (Person.count("platformRole = ?1 and leftAt is null", PlatformRole.ADMIN) == 0) {
            throw Problem.conflict("This would leave nobody as administrator; make somebody else one first.")
                    .with("field", "role");
        }
    }

    /** Signs in no more, is in no team; whoever leads a team passes it on first. */
    @Transactional
    public Person leave(String key, String by) {
        lock();
        Person person = person(key);
        if (!person.isHere()) {
            return person;
        }
        List<Team> led = Team.ledBy(key);
        if (!led.isEmpty()) {
            throw Problem.conflict("%s leads %s; name another lead first.".formatted(person.name,
                    String.join(", ", led.stream().map(team -> team.key).toList())));
        }
        Instant at = clock.instant();
        for (String team : Team.keysOf(key)) {
            Team row = Team.byKey(team);
            Map<String, Object> before = Map.of("members", sorted(row), "duty", List.copyOf(row.duty));
            row.staff(row.members.stream().filter(one -> !one.equals(key)).toList(), row.duty);
            record.tell(DirectoryChange.Kind.TEAM, team, "changed", before,
                    Map.of("members", sorted(row), "duty", List.copyOf(row.duty)), by, at);
        }
        person.leave(at);
        if (person.platformRole == PlatformRole.ADMIN) {
            mustKeepAnAdministrator();
        }
        record.tell(DirectoryChange.Kind.PERSON, key, "left", Map.of("here", true), Map.of("here", false), by, at);
        return person;
    }

    private static List<String> sorted(Team team) {
        return team.members.stream().sorted().toList();
    }

    @Transactional
    public Person comeBack(String key, String by) {
        lock();
        Person person = person(key);
        if (!person.isHere()) {
            person.comeBack();
            record.tell(DirectoryChange.Kind.PERSON, key, "came back", Map.of("here", false), Map.of("here", true), by,
                    clock.instant());
        }
        return person;
    }

    /** @param password null takes it away: this person signs in with no password any more */
    @Transactional
    public void password(String key, String password, String by) {
        if (password != null) {
            PasswordRule.complaint(password).ifPresent(wrong -> {
                throw Problem.invalid("password", wrong);
            });
        }
        String hash = password == null ? null : hasher.hash(password);
        lock();
        Person person = person(key);
        if (!person.isHere()) {
            throw Problem.conflict("%s has left; let them come back first.".formatted(person.name));
        }
        boolean had = person.passwordHash != null;
        person.changePassword(hash);
        record.tell(DirectoryChange.Kind.PERSON, key, hash == null ? "password taken away" : "password set",
                Map.of("password", had), Map.of("password", hash != null), by, clock.instant());
    }

    private static Person person(String key) {
        Person person = Person.find("key", key).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        if (person == null) {
            throw Problem.notFound();
        }
        return person;
    }

    @Transactional
    public <F extends EntryFacts> void remove(RemovableType<F> kind, String key, String by) {
        lock();
        F entry = kind.one(key);
        if (entry == null) {
            throw Problem.notFound();
        }
        record.tell(kind.recorded(), key, "removed", kind.shown(entry), null, by, clock.instant());
        kind.remove(key);
    }
}
