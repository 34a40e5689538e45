package dev.blackstart.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.people.Person;

/** Exercises and own shifts: exactly what the programme's page would tell the same person at the same moment. */
@ApplicationScoped
class ExerciseEntries implements EntrySource {

    private static final int MOST = 300;

    private final Visibility visibility;

    ExerciseEntries(Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public List<Entry> of(Person person, Instant now) {
        boolean master = person.platformRole.isMaster();
        List<Entry> entries = new ArrayList<>();
        for (Exercise exercise : visibility.visible(person.key, master, null, MOST)) {
            if (exercise.mode == Mode.LIVE && exercise.scheduledAt != null) {
                ExerciseAccess sight = visibility.sight(exercise.id, person.key, master);
                add(entries, exercise, sight, ExerciseView.of(exercise, sight, now));
            }
        }
        return entries;
    }

    private static void add(List<Entry> entries, Exercise exercise, ExerciseAccess sight, ExerciseView seen) {
        boolean cancelled = exercise.state == ExerciseState.CANCELLED;
        String path = "/exercises/" + seen.id();
        Instant start = seen.startedAt() == null ? seen.startsAt() : seen.startedAt();
        if (start != null) {
            Instant end = end(exercise, sight, seen, start);
            entries.add(Entry.at(seen.id(), start, end, seen.label(), seen.playerBriefing(), path, cancelled));
            RosterEntry.of(exercise.id, sight.viewer()).stream().filter(seat -> seat.from != null || seat.until != null)
                    .forEach(seat -> entries.add(shift(seat, start, end, seen, path, cancelled)));
        } else if (seen.window() != null) {
            entries.add(Entry.onDays(seen.id(), seen.window().get(0), seen.window().get(1),
                    seen.label() + " (some time in these days)", seen.playerBriefing(), path, cancelled));
        }
    }

    /** How long it is planned for is part of the plan: control staff's. */
    private static Instant end(Exercise exercise, ExerciseAccess sight, ExerciseView seen, Instant start) {
        PlanDuration planned = sight.control() ? exercise.plan().schedule().duration() : null;
        Duration length = planned == null ? null : planned.onClock();
        return seen.endedAt() != null ? seen.endedAt() : length == null ? null : start.plus(length);
    }

    private static Entry shift(RosterEntry seat, Instant start, Instant end, ExerciseView seen, String path,
            boolean cancelled) {
        Instant from = seat.from == null ? start : start.plus(seat.from, ChronoUnit.MICROS);
        Instant until = seat.until == null ? end : start.plus(seat.until, ChronoUnit.MICROS);
        return Entry.at(seat.id, from, until, "Your shift as " + seat.role.key() + ": " + seen.label(), null, path,
                cancelled);
    }
}
