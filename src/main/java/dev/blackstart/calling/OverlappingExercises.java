package dev.blackstart.calling;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument.Notice;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.people.PlatformRole;

/**
 * Who is seated in another exercise at the same time. Whoever reads the answer may play in the other exercise: one that its
 * roster does not know the date of counts only where no reader plays or observes in it, and none is ever named.
 */
@ApplicationScoped
class OverlappingExercises {

    private static final List<ExerciseRole> NEEDED = List.of(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER,
            ExerciseRole.SAFETY_OFFICER, ExerciseRole.EVALUATOR, ExerciseRole.PLAYER);

    private static final List<ExerciseRole> OUTSIDERS = List.of(ExerciseRole.PLAYER, ExerciseRole.OBSERVER);

    private final Clock clock;

    OverlappingExercises(Clock clock) {
        this.clock = clock;
    }

    /** A stretch of time. */
    private record Span(Instant from, Instant until) {
        boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    private record Other(Exercise exercise, RosterEntry seat) {
    }

    /** Person keys, in order. */
    Set<String> people(Exercise exercise) {
        List<Span> own = spans(exercise);
        Set<String> busy = new TreeSet<>();
        others(exercise).stream().filter(other -> own.stream().anyMatch(span -> span.overlaps(span(other.exercise))))
                .filter(other -> isStillNeeded(other)
                        && (isKnown(other.exercise) || !isReadByOutsiders(exercise, other.exercise)))
                .forEach(other -> busy.add(other.seat.person));
        return busy;
    }

    /** If it started now, and at its date; the latter only where everybody who reads this may know it. */
    private List<Span> spans(Exercise exercise) {
        Instant now = clock.instant();
        List<Span> spans = new ArrayList<>(List.of(new Span(now, end(exercise, now))));
        if (exercise.startsAt != null && exercise.startsAt.isAfter(now) && exercise.plan().schedule().timeKnownTo().isEmpty()) {
            spans.add(span(exercise));
        }
        return spans;
    }

    private Span span(Exercise exercise) {
        if (exercise.state.isLive()) {
            Instant now = clock.instant();
            Instant end = end(exercise, exercise.clock.startedAt);
            return new Span(exercise.clock.startedAt, end.isAfter(now) ? end : now.plusMillis(1));
        }
        return new Span(exercise.startsAt, end(exercise, exercise.startsAt));
    }

    private static Instant end(Exercise exercise, Instant start) {
        PlanDuration length = exercise.plan().schedule().duration();
        return length == null ? start : length.from(ZonedDateTime.ofInstant(start, exercise.zoneId())).toInstant();
    }

    private static List<Other> others(Exercise exercise) {
        return Exercise.getEntityManager().createQuery("""
                select e, r from Exercise e, RosterEntry r where r.exerciseId = e.id and e.id <> ?1 and e.mode = ?2
                    and e.startsAt is not null and e.state in ?3 and r.role in ?4 and exists (select 1 from RosterEntry c
                    where c.exerciseId = ?1 and c.person = r.person and c.role in ?4)""", Object[].class)
                .setParameter(1, exercise.id).setParameter(2, Mode.LIVE)
                .setParameter(3, List.of(ExerciseState.SCHEDULED, ExerciseState.RUNNING, ExerciseState.PAUSED))
                .setParameter(4, NEEDED).getResultStream().map(row -> new Other((Exercise) row[0], (RosterEntry) row[1]))
                .toList();
    }

    private boolean isStillNeeded(Other other) {
        return other.seat.until == null || other.exercise.state.isBeforeStart()
                || other.seat.until > other.exercise.clock.position(clock.instant());
    }

    /** Whether its own roster knows when it is. */
    private static boolean isKnown(Exercise other) {
        return other.state.isLive() || other.notice == Notice.ANNOUNCED && other.plan().schedule().timeKnownTo().isEmpty();
    }

    private static boolean isReadByOutsiders(Exercise exercise, Exercise other) {
        return RosterEntry.count("""
                from RosterEntry r where r.exerciseId = ?1 and r.role in ?2 and (exists (select 1 from RosterEntry c
                    where c.exerciseId = ?3 and c.person = r.person and c.role in ?4)
                    or exists (select 1 from Person p where p.key = r.person and p.platformRole in ?5))""",
                other.id, OUTSIDERS, exercise.id, ExerciseRole.CONTROL_STAFF,
                List.of(PlatformRole.ADMIN, PlatformRole.MASTER_OF_DISASTER)) > 0;
    }
}
