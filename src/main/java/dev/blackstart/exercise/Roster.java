package dev.blackstart.exercise;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.Person;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Who plays, watches and conducts; it may change until the exercise has ended, and every change is journaled. */
@ApplicationScoped
public class Roster {

    private final Clock clock;
    private final Journal journal;
    private final Event<RosterChanged> changed;
    private final Event<DirectorSeated> directors;

    Roster(Clock clock, Journal journal, Event<RosterChanged> changed, Event<DirectorSeated> directors) {
        this.directors = directors;
        this.clock = clock;
        this.journal = journal;
        this.changed = changed;
    }

    /** Fired inside the transaction. */
    public record RosterChanged(Exercise exercise, Instant at) {
    }

    /** Fired inside the transaction. @param others directors on duty beside the new one @param by who seated them */
    public record DirectorSeated(Exercise exercise, String person, List<String> others, String by, Instant at) {
    }

    /**
     * Seats somebody; a controller may seat themselves as director, which is how direction is taken over. Whoever else seats
     * themselves as control staff of a live exercise gives a reason, which the report shows.
     *
     * @param override why nobody else does it; null where somebody else is seated
     */
    @Transactional
    public RosterEntry seat(UUID exerciseId, String person, String roleKey, PlanDuration from, PlanDuration until,
            String override, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        ExerciseRole role = ExerciseRole.of(roleKey);
        boolean takesOver = role == ExerciseRole.DIRECTOR && person.equals(by.viewer()) && by.may(Permission.TAKE_OVER);
        if (!takesOver) {
            by.must(Permission.CHANGE_ROSTER);
        }
        TextLimits.atMost(TextLimits.LINE, "person", person);
        if (Person.present(person) == null) {
            throw Problem.invalid("person", "No person has the name or key '" + person + "'. Choose one from the directory.");
        }
        Long first = RosterEntry.position(from);
        Long end = RosterEntry.position(until);
        if (first != null && first < 0 || first != null && end != null && end <= first) {
            throw Problem.invalid("until", "A shift ends after it begins, and does not begin before STARTEX.");
        }
        mustBeOpen(exercise);
        TextLimits.atMost(TextLimits.REASON, "override", override);
        RosterEntry same = RosterEntry.of(exerciseId, person).stream()
                .filter(entry -> entry.role == role && Objects.equals(entry.from, first)
                        && Objects.equals(entry.until, end))
                .findFirst().orElse(null);
        if (same != null) {
            return same;
        }
        boolean own = person.equals(by.viewer()) && role.isControl() && !takesOver && !exercise.isRehearsal();
        if (own && (override == null || override.isBlank())) {
            throw Problem.invalid("override", "Ask the director or another Master of Disaster to seat you as control staff. "
                    + "If nobody else can, give the reason; the report shows it.");
        }
        Instant at = clock.instant();
        RosterEntry seated = add(exercise, person, role, first, end,
                new Change(takesOver ? "direction-taken-over" : "roster-changed", own ? override.strip() : null), by.viewer(),
                at);
        tellDirectors(exercise, seated, by.viewer(), at);
        return seated;
    }

    private void tellDirectors(Exercise exercise, RosterEntry seated, String by, Instant at) {
        List<String> others = RosterEntry.directing(exercise, at).stream().map(entry -> entry.person)
                .filter(one -> !one.equals(seated.person)).distinct().toList();
        if (seated.role == ExerciseRole.DIRECTOR && seated.isOnDuty(exercise.clock.position(at)) && !others.isEmpty()) {
            directors.fire(new DirectorSeated(exercise, seated.person, others, by, at));
        }
    }

    private static void mustBeOpen(Exercise exercise) {
        if (!exercise.state.isBeforeStart() && !exercise.state.isLive()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "changed in its roster",
                    exercise.state.allowed());
        }
    }

    /**
     * Somebody's seat ends now; ending it twice is ending it once.
     *
     * @throws Problem 404 for a seat of another exercise, 409 for that of the only director
     */
    @Transactional
    public void end(UUID exerciseId, UUID seat, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        by.must(Permission.CHANGE_ROSTER);
        RosterEntry entry = RosterEntry.findById(seat);
        if (entry == null || !entry.exerciseId.equals(exerciseId)) {
            throw Problem.notFound();
        }
        mustBeOpen(exercise);
        Instant at = clock.instant();
        long now = exercise.clock.position(at);
        if (entry.until != null && entry.until <= now) {
            return;
        }
        List<RosterEntry> directing = RosterEntry.directing(exercise, at);
        if (directing.size() == 1 && directing.contains(entry)) {
            throw Problem.conflict("Nobody else directs this exercise now; seat another director first.");
        }
        entry.endAt(entry.from == null ? now : Math.max(now, entry.from));
        journal.append(exercise, at, "seat-ended", by.viewer(), Audience.CONTROL,
                Map.of("person", entry.person, "role", entry.role.key(), "until", ExerciseClock.text(entry.until)));
        changed.fire(new RosterChanged(exercise, at));
    }

    /** One person's roles pass to another, from now on. */
    public void handOver(Exercise exercise, String from, String to, String actor, Instant at) {
        long now = exercise.clock.position(at);
        for (RosterEntry entry : RosterEntry.of(exercise.id, from)) {
            if (entry.isOnDuty(now)) {
                Long until = entry.until;
                entry.endAt(now);
                add(exercise, to, entry.role, now, until, new Change("handover", null), actor, at);
            }
        }
    }

    /** @param type of its entry in the journal @param override why somebody seated themselves; or null */
    private record Change(String type, String override) {
    }

    private RosterEntry add(Exercise exercise, String person, ExerciseRole role, Long from, Long until, Change change,
            String actor, Instant at) {
        RosterEntry entry = new RosterEntry(exercise.id, person, role, from, until, at);
        entry.persist();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("person", person);
        facts.put("role", role.key());
        facts.put("from", from == null ? null : ExerciseClock.text(from));
        facts.put("until", until == null ? null : ExerciseClock.text(until));
        facts.put("override", change.override());
        journal.append(exercise, at, change.type(), actor, Audience.CONTROL, facts);
        changed.fire(new RosterChanged(exercise, at));
        return entry;
    }
}
