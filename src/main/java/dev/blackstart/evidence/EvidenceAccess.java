package dev.blackstart.evidence;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Who may take the evidence of which exercise: administrators and masters who see it as control staff do, and whoever directed
 * it. In a transaction or a request.
 */
@ApplicationScoped
class EvidenceAccess {

    /** Of {@code e}; exercises that the reader plays or observes in are left out for everybody. */
    private static final String OPEN = "e.mode = LIVE and e.state = CLOSED and e.endedAt >= :since and e.endedAt < :until and "
            + Visibility.CONTROL
            + " and not exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer"
            + " and r.role in (PLAYER, OBSERVER))"
            + " and (:master = true or exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = :viewer"
            + " and r.role = DIRECTOR))";

    /** Whether a page offers the pack. */
    boolean mayTake(Exercise exercise, ExerciseAccess reader) {
        return isReader(exercise, reader) && exercise.state == ExerciseState.CLOSED && !exercise.isRehearsal();
    }

    /**
     * @param reader null for somebody who does not know the exercise
     * @throws Problem 404 for whoever may not take it, 409 while it is not closed, and for a rehearsal
     */
    void mustTake(Exercise exercise, ExerciseAccess reader) {
        if (!isReader(exercise, reader)) {
            throw Problem.notFound();
        }
        if (exercise.isRehearsal()) {
            throw Problem.conflict("A rehearsal is no evidence; take the pack of a live exercise.");
        }
        if (exercise.state != ExerciseState.CLOSED) {
            throw Problem.conflict("The exercise is %s. Its evidence pack is complete once it is closed; close it first."
                    .formatted(exercise.state.key())).with("state", exercise.state.key());
        }
    }

    private static boolean isReader(Exercise exercise, ExerciseAccess reader) {
        return reader != null && reader.control() && (reader.master() || RosterEntry.of(exercise.id, reader.viewer()).stream()
                .anyMatch(seat -> seat.role == ExerciseRole.DIRECTOR));
    }

    /** Closed exercises that ended in a time, in the order of their ends. @param until exclusive @param most so many at most */
    List<Exercise> closed(String viewer, boolean master, Instant since, Instant until, int most) {
        return Panache.getEntityManager().createQuery("from Exercise e where " + OPEN + " order by e.endedAt, e.id",
                Exercise.class).setParameter("viewer", viewer).setParameter("master", master).setParameter("since", since)
                .setParameter("until", until).setMaxResults(most).getResultList();
    }
}
