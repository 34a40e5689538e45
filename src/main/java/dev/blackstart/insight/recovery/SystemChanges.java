package dev.blackstart.insight.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.people.Team;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;

/** Records changes of systems: by masters, and by whoever owns the system. */
@ApplicationScoped
public class SystemChanges {

    private static final Duration OLDEST = Duration.ofDays(3_660);
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Clock clock;

    SystemChanges(Clock clock) {
        this.clock = clock;
    }

    /** @param fresh whether it was new */
    public record Recorded(SystemChange change, boolean fresh) {
    }

    /** @throws Problem 404 where the directory does not know the system */
    public static SystemEntry system(String key) {
        SystemEntry system = SystemEntry.byKey(key);
        if (system == null) {
            throw Problem.notFound();
        }
        return system;
    }

    /**
     * The same kind at the same instant is the same change.
     *
     * @param at an instant; null for now
     * @throws Problem 403 for others than masters and owners, 422 for an unknown kind or a time that is not past
     */
    @Transactional
    public Recorded record(String key, String kind, String at, String by, boolean master) {
        SystemEntry system = system(key);
        if (!master && !owns(system, by)) {
            throw Problem.forbidden("Only the system's owner, a Master of Disaster or an administrator may do this.");
        }
        SystemChange.Kind what = Choice.of("kind", SystemChange.Kind.class, kind);
        if (what == null) {
            throw Problem.invalid("kind", "kind is one of " + String.join(", ", Choice.keys(SystemChange.Kind.class)) + ".");
        }
        Instant now = clock.instant();
        Instant when = at == null || at.isBlank() ? now : instant(at.strip(), now);
        SystemChange known = SystemChange.of(key, what, when);
        if (known != null) {
            return new Recorded(known, false);
        }
        SystemChange change = new SystemChange(key, what, when, by, now);
        change.persist();
        return new Recorded(change, true);
    }

    /** Whether this person may record changes of any system. */
    @Transactional
    public boolean mayRecord(String person, boolean master) {
        return master || SystemEntry.allByKey().stream().anyMatch(system -> owns(system, person));
    }

    private static boolean owns(SystemEntry system, String person) {
        if (system.owner == null) {
            return false;
        }
        Team team = Team.byKey(system.owner);
        return system.owner.equals(person) || team != null && (team.members.contains(person) || person.equals(team.lead));
    }

    private static Instant instant(String text, Instant now) {
        try {
            Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (at.isAfter(now.plus(AHEAD))) {
                throw Problem.invalid("at", "A change is recorded once it was made: at lies in the future.");
            }
            if (at.isBefore(now.minus(OLDEST))) {
                throw Problem.invalid("at", "at lies more than ten years back.");
            }
            return at;
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("at", "Write at as 2027-03-28T09:30:00Z, or leave it out for now.");
        }
    }
}
