package dev.blackstart.planning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calendar.Entry;
import dev.blackstart.calendar.EntrySource;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.people.Person;

/** Planning meetings, in the calendar feeds of the exercise team alone. */
@ApplicationScoped
class PlanningEntries implements EntrySource {

    private static final int MOST = 300;

    private static final List<ExerciseState> PLANNED = List.of(ExerciseState.SCHEDULED, ExerciseState.RUNNING,
            ExerciseState.PAUSED, ExerciseState.ENDED, ExerciseState.CANCELLED);

    private final Visibility visibility;
    private final PlanningConfig config;

    PlanningEntries(Visibility visibility, PlanningConfig config) {
        this.visibility = visibility;
        this.config = config;
    }

    @Override
    public List<Entry> of(Person person, Instant now) {
        boolean master = person.platformRole.isMaster();
        List<Entry> entries = new ArrayList<>();
        for (Exercise exercise : visibility.visible(person.key, master, PLANNED, null, MOST)) {
            ExerciseAccess sight = visibility.sight(exercise.id, person.key, master);
            if (exercise.mode == Mode.LIVE && sight.control() && PlanningView.team(exercise).contains(person.key)) {
                PlanningView planning = PlanningView.of(exercise, sight, config, LocalDate.ofInstant(now, ZoneOffset.UTC));
                planning.meetings().stream().filter(meeting -> meeting.day() != null)
                        .forEach(meeting -> entries.add(entry(exercise, meeting)));
            }
        }
        return entries;
    }

    private static Entry entry(Exercise exercise, PlanningView.Meeting meeting) {
        UUID id = UUID.nameUUIDFromBytes((exercise.id + " planning " + meeting.key()).getBytes(StandardCharsets.UTF_8));
        return Entry.onDays(id, meeting.day(), meeting.day(), meeting.title() + ": " + exercise.name, null,
                "/exercises/" + exercise.id + "/planning", exercise.state == ExerciseState.CANCELLED);
    }
}
