package dev.blackstart.conduct;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.blackstart.drills.Drill;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseClock;
import dev.blackstart.web.Texts;

/**
 * Planned and actual on one horizontal axis of the exercise clock. Positions are percentages of its length, as SVG attributes
 * take
 * them.
 *
 * @param seconds its length
 */
public record TimeAxis(long seconds, List<Tick> ticks, List<Dot> dots, List<Band> bands, String now) {

    /** Where the clock's reading is written. */
    public record Tick(String x, String text) {
    }

    /** An item: {@code planned}, {@code contingency} or {@code done}. */
    public record Dot(String x, String look, String title) {
    }

    /** A fault, from its injection to the end of its revert. */
    public record Band(String x, String width, boolean active, String title) {
    }

    private static final long MICROS = 1_000_000L;
    private static final long SHORTEST = 600;

    static TimeAxis of(Exercise exercise, Instant now) {
        long position = exercise.clock.position(now) / MICROS;
        List<TimelineItem> rows = TimelineItem.of(exercise.id);
        long last = rows.stream().map(TimeAxis::place).filter(Objects::nonNull).mapToLong(place -> place / MICROS).max()
                .orElse(0);
        long length = Math.max(SHORTEST, Math.max(last, position));
        List<Tick> ticks = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            ticks.add(new Tick(25 * quarter + "%", Texts.clock(ExerciseClock.text(length * quarter / 4 * MICROS))));
        }
        List<Dot> dots = rows.stream().filter(row -> place(row) != null).map(row -> new Dot(percent(place(row), length),
                row.releasedAt != null ? "done" : row.after != null ? "contingency" : "planned", row.key)).toList();
        return new TimeAxis(length, ticks, dots, bands(exercise, now, length), percent(position * MICROS, length));
    }

    private static List<Band> bands(Exercise exercise, Instant now, long length) {
        return Drill.of(exercise.id).stream().filter(drill -> drill.armedAt != null).map(drill -> {
            long from = clockAt(exercise, drill.armedAt, now);
            long until = drill.revertedAt == null ? exercise.clock.position(now) : clockAt(exercise, drill.revertedAt, now);
            return new Band(percent(from, length), percent(Math.max(until - from, length * MICROS / 200), length),
                    drill.state.isActive(), drill.title);
        }).toList();
    }

    /** As well as can be told from now back, pauses left aside. */
    private static long clockAt(Exercise exercise, Instant at, Instant now) {
        long ago = ChronoUnit.MICROS.between(at, now) * exercise.clock.speed;
        return Math.max(0, exercise.clock.position(now) - ago);
    }

    private static Long place(TimelineItem item) {
        return item.releasedClock != null ? item.releasedClock : item.dueClock;
    }

    private static String percent(long micros, long seconds) {
        return String.format(Locale.ROOT, "%.2f%%", Math.min(100.0, 100.0 * micros / MICROS / seconds));
    }
}
