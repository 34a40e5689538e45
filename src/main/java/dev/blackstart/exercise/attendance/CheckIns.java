package dev.blackstart.exercise.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;

/** Records who is here: people themselves while the exercise runs, control staff anybody on the roster from scheduling on. */
@ApplicationScoped
public class CheckIns {

    private final Clock clock;
    private final Journal journal;

    CheckIns(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Saying it twice is saying it once.
     *
     * @param person key; null for the caller
     * @throws Problem 403 for somebody else than control staff who names another person, 409 while nobody checks in, 422 for
     *         somebody who is not on the roster
     */
    @Transactional
    public CheckIn checkIn(UUID exerciseId, String person, ExerciseAccess by) {
        String who = person == null || person.isBlank() ? by.viewer() : person;
        if (!who.equals(by.viewer())) {
            by.must(Permission.SEE_CONTROL);
        }
        by.must(Permission.TAKE_PART);
        Exercise exercise = Exercise.lock(exerciseId);
        if (RosterEntry.of(exerciseId, who).isEmpty()) {
            throw Problem.invalid("person", "Only people of the roster check in. Seat them first.");
        }
        CheckIn before = CheckIn.of(exerciseId, who);
        if (before != null) {
            return before;
        }
        boolean open = exercise.state.isLive() || by.control() && exercise.state == ExerciseState.SCHEDULED;
        if (!open) {
            throw Problem.conflict("Nobody checks in while the exercise is " + exercise.state.key() + ".");
        }
        Instant at = clock.instant();
        CheckIn checkedIn = new CheckIn(exerciseId, who, by.viewer(), at);
        checkedIn.persist();
        journal.append(exercise, at, new PersonCheckedIn(who), by.viewer(), Audience.CONTROL);
        return checkedIn;
    }
}
