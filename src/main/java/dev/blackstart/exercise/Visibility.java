package dev.blackstart.exercise;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import io.quarkus.hibernate.orm.panache.Panache;

/** Who may know of which exercise: one query, for a single one and for lists. What it does not return does not exist. */
@ApplicationScoped
public class Visibility {

    /**
     * Exercises {@code e} that somebody sees as control staff do, for queries that other features join with: masters see all
     * unless they play or observe in it, or in another one of the same plan that is not over; control staff see theirs; the
     * facilitator and the advisor of its review do so once it is over.
     * Parameters {@code viewer} and {@code master}.
     */
    public static final String CONTROL = """
            (:master = true and not exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer
                    and r.role in (PLAYER, OBSERVER))
                and not exists (select 1 from Exercise o, RosterEntry r where o.planKey = e.planKey and o.mode = LIVE
                    and o.state in (DRAFT, SCHEDULED, RUNNING, PAUSED) and r.exerciseId = o.id and r.person = :viewer
                    and r.role in (PLAYER, OBSERVER))
             or exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer and r.role in (DIRECTOR, CONTROLLER, SAFETY_OFFICER, EVALUATOR))
             or e.mode = LIVE and e.state in (ENDED, CLOSED)
                and exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer
                    and r.role in (FACILITATOR, ADVISOR) and r.until is null)
                and not exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer
                    and r.role in (PLAYER, OBSERVER)))
            """;

    /**
     * Others on the roster see live ones from STARTEX, and before it what was announced; trusted agents whatever is scheduled.
     * The lists are part of the text: a
     * query
     * with lists as parameters is translated afresh at each call, which costs more than running it.
     */
    private static final String VISIBLE = "(" + CONTROL + """
             or e.mode = LIVE and exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer)
                and (e.state in (RUNNING, PAUSED, ENDED, CLOSED) or e.scheduledAt is not null and (e.notice <> UNANNOUNCED
                    or exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer
                        and r.role = TRUSTED_AGENT))))
            """;

    /** Masters in these roles are kept in the dark like everybody else. */
    private static final List<ExerciseRole> OUTSIDERS = List.of(ExerciseRole.PLAYER, ExerciseRole.OBSERVER);

    private final Clock clock;

    Visibility(Clock clock) {
        this.clock = clock;
    }

    /** The exercise as this person may know it; null where it does not exist for them. */
    public ExerciseAccess sight(UUID exerciseId, String viewer, boolean master) {
        return query("e.id = :id and (" + VISIBLE + ")", viewer, master).setParameter("id", exerciseId).getResultStream()
                .findFirst().map(exercise -> sight(exercise, viewer, master)).orElse(null);
    }

    /** As it stands now, for a stream that outlives its request: roles are read afresh. */
    public ExerciseAccess sight(UUID exerciseId, String viewer) {
        Person person = Person.byKey(viewer);
        return person == null ? null : sight(exerciseId, viewer, person.platformRole.isMaster());
    }

    /**
     * Exercises this person may know of, the newest made first: an order that tells nothing of hidden dates.
     *
     * @param after the last exercise already seen, or null
     */
    public List<Exercise> visible(String viewer, boolean master, UUID after, int limit) {
        return visible(viewer, master, List.of(ExerciseState.values()), after, limit);
    }

    /** The same of some states alone. */
    public List<Exercise> visible(String viewer, boolean master, List<ExerciseState> states, UUID after, int limit) {
        Exercise last = after == null || sight(after, viewer, master) == null ? null : Exercise.findById(after);
        String rest = last == null ? "" : "(e.createdAt < :made or e.createdAt = :made and e.id > :after) and ";
        TypedQuery<Exercise> query = query(rest + "e.state in ("
                + states.stream().map(Enum::name).collect(Collectors.joining(", ")) + ") and (" + VISIBLE
                + ") order by e.createdAt desc, e.id", viewer, master);
        if (last != null) {
            query.setParameter("made", last.createdAt).setParameter("after", last.id);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Other exercises as this person may know them, each looked up once. */
    public ExerciseReferences references(String viewer, boolean master) {
        return new ExerciseReferences(this, viewer, master);
    }

    private static boolean takesPartInPlan(String planKey, String person) {
        return RosterEntry.count("""
                from RosterEntry r, Exercise o where o.id = r.exerciseId and o.planKey = ?1 and o.mode = LIVE
                    and o.state in (DRAFT, SCHEDULED, RUNNING, PAUSED) and r.person = ?2 and r.role in (PLAYER, OBSERVER)""",
                planKey, person) > 0;
    }

    private static TypedQuery<Exercise> query(String condition, String viewer, boolean master) {
        return Panache.getEntityManager().createQuery("from Exercise e where " + condition, Exercise.class)
                .setParameter("viewer", viewer).setParameter("master", master);
    }

    private static boolean reviews(Exercise exercise, List<RosterEntry> entries) {
        return !exercise.isRehearsal() && exercise.state.hasEnded()
                && entries.stream().anyMatch(entry -> entry.role.isReviewer() && entry.until == null)
                && entries.stream().noneMatch(entry -> OUTSIDERS.contains(entry.role));
    }

    private ExerciseAccess sight(Exercise exercise, String viewer, boolean master) {
        List<RosterEntry> entries = RosterEntry.of(exercise.id, viewer);
        long position = exercise.clock.position(clock.instant());
        Set<ExerciseRole> onDuty = EnumSet.noneOf(ExerciseRole.class);
        entries.stream().filter(entry -> entry.isOnDuty(position)).forEach(entry -> onDuty.add(entry.role));
        boolean control = entries.stream().anyMatch(entry -> entry.role.isControl()) || reviews(exercise, entries)
                || master && entries.stream().noneMatch(entry -> OUTSIDERS.contains(entry.role))
                        && !takesPartInPlan(exercise.planKey, viewer);
        boolean outOfPlay = exercise.plan().outOfPlay().stream().anyMatch(away -> away.person().equals(viewer));
        return new ExerciseAccess(exercise.id, viewer, control, !entries.isEmpty(), outOfPlay, onDuty, Team.keysOf(viewer),
                master);
    }
}
