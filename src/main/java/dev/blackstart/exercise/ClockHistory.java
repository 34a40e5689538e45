package dev.blackstart.exercise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Texts;

/** What the exercise clock showed at an instant, which may be before it was last paused or resumed. */
public final class ClockHistory {

    private static final Set<String> TURNS = JournalEvent.types(ClockEvent.class);

    private ClockHistory() {
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

    /**
     * The first instant at which it showed a position.
     *
     * @throws Problem 422 for a position that it has not come to
     */
    public static Instant instant(Exercise exercise, long position, Instant now) {
        if (position < 0 || position > exercise.clock.position(now)) {
            throw Problem.invalid("clock", "The exercise clock has not shown this; it stands at %s."
                    .formatted(Texts.clock(exercise.clockText(now))));
        }
        List<JournalEntry> turns = JournalEntry.list("exerciseId = ?1 and type in ?2 order by exerciseId, seq", exercise.id,
                TURNS);
        for (int i = 0; i < turns.size(); i++) {
            JournalEntry turn = turns.get(i);
            long until = i + 1 < turns.size() ? shown(turns.get(i + 1)) : exercise.clock.position(now);
            if (turn.as(ClockEvent.class).runs() && position <= until) {
                return turn.at.plus(Math.max(0, position - shown(turn)) / exercise.clock.speed, ChronoUnit.MICROS);
            }
        }
        return now;
    }

    /** The same for many instants: the clock's turns are read once. */
    public static ToLongFunction<Instant> positions(Exercise exercise, Instant now) {
        ClockTurns turns = new ClockTurns(exercise.clock.speed);
        JournalEntry.<JournalEntry> list("exerciseId = ?1 and type in ?2 order by exerciseId, seq", exercise.id, TURNS)
                .forEach(turn -> turns.add(turn.at, shown(turn), turn.as(ClockEvent.class).runs()));
        long current = exercise.clock.position(now);
        return seen -> turns.position(seen, current);
    }

    /** From the turn before it; a clock that ran then ran no further than to the turn after it. */
    private static long asRecorded(Exercise exercise, Instant seen) {
        JournalEntry before = turn("at <= ?3 order by seq desc", exercise, seen);
        if (before == null) {
            return 0;
        }
        long position = shown(before);
        if (!before.as(ClockEvent.class).runs()) {
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
