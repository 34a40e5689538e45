package dev.blackstart.review.signoff;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.RosterEvent.PersonSeated;
import dev.blackstart.exercise.RosterEvent.SeatEnded;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Seats facilitators and advisors, who took no part in the exercise: their seat lets them read what control staff read. */
@ApplicationScoped
class Reviewers {

    /** Whoever has no other seat took no part. */
    private static final Set<ExerciseRole> APART = EnumSet.of(ExerciseRole.FACILITATOR, ExerciseRole.ADVISOR,
            ExerciseRole.TRUSTED_AGENT);

    private final Journal journal;

    Reviewers(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param before who it was; null for nobody @param now who it is; null for nobody @throws Problem 422 that names the field
     */
    void change(Exercise exercise, String field, ExerciseRole role, String before, String now, String actor, Instant at) {
        if (Objects.equals(before, now)) {
            return;
        }
        if (now != null) {
            check(exercise, field, now);
        }
        List<RosterEntry> seats = RosterEntry.of(exercise.id).stream()
                .filter(entry -> entry.role == role && entry.until == null).toList();
        seats.stream().filter(entry -> !entry.person.equals(now)).forEach(entry -> end(exercise, entry, actor, at));
        if (now != null && seats.stream().noneMatch(entry -> entry.person.equals(now))) {
            new RosterEntry(exercise.id, now, role, null, null, at).persist();
            journal.append(exercise, at, new PersonSeated(now, role.key(), null, null, null), actor, Audience.CONTROL);
        }
    }

    private static void check(Exercise exercise, String field, String person) {
        TextLimits.atMost(TextLimits.LINE, field, person);
        if (Person.present(person) == null) {
            throw Problem.invalid(field, "No person has the name or key '" + person + "'. Choose one from the directory.");
        }
        if (RosterEntry.of(exercise.id, person).stream().anyMatch(entry -> !APART.contains(entry.role))) {
            throw Problem.invalid(field, "Choose somebody who took no part in the exercise: they see what insiders overlook.");
        }
    }

    private void end(Exercise exercise, RosterEntry entry, String actor, Instant at) {
        entry.endAt(exercise.clock.position(at));
        journal.append(exercise, at, new SeatEnded(entry.person, entry.role.key(), ExerciseClock.duration(entry.until)), actor,
                Audience.CONTROL);
    }
}
