package dev.blackstart.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.blackstart.journal.JournalEntry;

/** What the exercise clock showed at an instant, which may be before it was last paused or resumed. */
public final class ClockThen {

    private static final List<String> TURNS = List.of("startex", "resumed", "pausex", "endex");
    private static final List<String> RUNS = TURNS.subList(0, 2);

    private ClockThen() {
    }

    /** In microseconds: not before STARTEX, not after now. */
    public static long position(Exercise exercise, Instant seen, Instant now) {
        long current = exercise.clock.position(now);
        if (!seen.isBefore(now)) {
            return current;
        }
        if (exercise.clock.isRunning() && !seen.isBefore(exercise.clock.resumedAt)) {
            return exercise.clock.position(seen);
        }
        return Math.min(current, asRecorded(exercise, seen));
    }

    /** From the turn before it; a clock that ran then ran no further than to the turn after it. */
    private static long asRecorded(Exercise exercise, Instant seen) {
        JournalEntry before = turn("at <= ?3 order by seq desc", exercise, seen);
        if (before == null) {
            return 0;
        }
        long position = shown(before);
        if (!RUNS.contains(before.type)) {
            return position;
        }
        JournalEntry after = turn("at > ?3 order by seq", exercise, seen);
        long ran = position + ChronoUnit.MICROS.between(before.at, seen) * exercise.clock.speed;
        return after == null ? ran : Math.min(ran, shown(after));
    }

    private static JournalEntry turn(String which, Exercise exercise, Instant seen) {
        return JournalEntry.find("exerciseId = ?1 and type in ?2 and " + which, exercise.id, TURNS, seen).firstResult();
    }

    private static long shown(JournalEntry turn) {
        return ExerciseClock.micros(Duration.parse(turn.clock));
    }
}
