package dev.blackstart.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.planning.PlanningEvent.PlanningHoursRecorded;
import dev.blackstart.planning.PlanningEvent.PlanningMeetingMoved;
import dev.blackstart.planning.PlanningEvent.PlanningTaskChanged;
import dev.blackstart.problem.Problem;

/** Changes the planning of an exercise: its control staff do, and each change is journaled for them. */
@ApplicationScoped
public class Planning {

    /** A year of work. */
    private static final double MOST_HOURS = 2_000;
    private static final int MOST_YEARS = 5;

    private final Clock clock;
    private final Journal journal;
    private final PlanningConfig config;

    Planning(Clock clock, Journal journal, PlanningConfig config) {
        this.clock = clock;
        this.journal = journal;
        this.config = config;
    }

    public PlanningView of(UUID exerciseId, ExerciseAccess sight) {
        return PlanningView.of(Exercise.findById(exerciseId), sight, config,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** @param days by meeting; null counts back from the start again @throws Problem 422 far from today */
    @Transactional
    public void move(UUID exerciseId, Map<PlanningMeeting, LocalDate> days, ExerciseAccess by) {
        Exercise exercise = locked(exerciseId, by);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        days.forEach((meeting, day) -> {
            if (day != null && (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS)))) {
                throw Problem.invalid(meeting.name().toLowerCase(), "The day lies more than five years from today.");
            }
            move(exercise, meeting, day, by);
        });
    }

    private void move(Exercise exercise, PlanningMeeting meeting, LocalDate day, ExerciseAccess by) {
        PlanningDate known = PlanningDate.of(exercise.id).stream().filter(one -> one.meeting == meeting).findFirst()
                .orElse(null);
        if (day == null ? known == null : known != null && known.day.equals(day)) {
            return;
        }
        if (day == null) {
            known.delete();
        } else if (known == null) {
            new PlanningDate(exercise.id, meeting, day, clock.instant()).persist();
        } else {
            known.move(day);
        }
        journal.append(exercise, clock.instant(), new PlanningMeetingMoved(meeting, day), by.viewer(), Audience.CONTROL);
    }

    /** Once more changes nothing. */
    @Transactional
    public void mark(UUID exerciseId, PlanningTask task, boolean done, ExerciseAccess by) {
        Exercise exercise = locked(exerciseId, by);
        PlanningDone known = PlanningDone.of(exerciseId).stream().filter(one -> one.task == task).findFirst().orElse(null);
        if (done == (known != null)) {
            return;
        }
        if (done) {
            new PlanningDone(exerciseId, task, by.viewer(), clock.instant()).persist();
        } else {
            known.delete();
        }
        journal.append(exercise, clock.instant(), new PlanningTaskChanged(task, done), by.viewer(), Audience.CONTROL);
    }

    /** @throws Problem 422 for who is not on the team, and below 0 or above 2,000 hours */
    @Transactional
    public void hours(UUID exerciseId, String person, Double planned, Double spent, ExerciseAccess by) {
        Exercise exercise = locked(exerciseId, by);
        if (person == null || !PlanningView.team(exercise).contains(person)) {
            throw Problem.invalid("person", "Hours are of control staff and the plan's owner.");
        }
        int plannedMinutes = minutes("planned", planned);
        int spentMinutes = minutes("spent", spent);
        PlanningHours hours = PlanningHours.of(exerciseId).stream().filter(one -> one.person.equals(person)).findFirst()
                .orElse(null);
        if (hours == null) {
            hours = new PlanningHours(exerciseId, person, clock.instant());
            hours.persist();
        } else if (hours.plannedMinutes == plannedMinutes && hours.spentMinutes == spentMinutes) {
            return;
        }
        hours.record(plannedMinutes, spentMinutes);
        journal.append(exercise, clock.instant(), new PlanningHoursRecorded(person, plannedMinutes, spentMinutes),
                by.viewer(), Audience.CONTROL);
    }

    private static int minutes(String field, Double hours) {
        if (hours == null || hours.isNaN() || hours < 0 || hours > MOST_HOURS) {
            throw Problem.invalid(field, "Write hours from 0 to 2,000, for example 1.5.");
        }
        return (int) Math.round(hours * PlanningView.Hours.MINUTES);
    }

    private static Exercise locked(UUID exerciseId, ExerciseAccess by) {
        by.must(Permission.SEE_CONTROL);
        return Exercise.lock(exerciseId);
    }
}
