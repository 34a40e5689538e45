package dev.blackstart.conduct.controlroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import dev.blackstart.conduct.Observation;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.web.Texts;

/**
 * Planned and actual on one horizontal axis of the exercise clock. Positions are percentages of its length, as SVG attributes
 * take
 * them.
 *
 * @param seconds its length
 * @param findings as many marks as can be told apart, however many there are
 */
public record TimeAxis(long seconds, List<Tick> ticks, List<Dot> dots, List<Band> bands, List<Stop> stops, List<Dot> findings,
        String now) {

    /** Where the clock's reading is written. */
    public record Tick(String x, String text) {
    }

    /** An item ({@code planned}, {@code contingency} or {@code done}), or findings close to each other. */
    public record Dot(String x, String look, String title) {
    }

    /** A fault, from its injection to the end of its revert. @param from where it was armed, in seconds of the clock */
    public record Band(String x, String width, boolean active, String title, double from) {
    }

    /** A clock of a drill stopped, such as detection. */
    public record Stop(String x, String letter, String title) {
    }

    private static final long MICROS = 1_000_000L;
    private static final long SHORTEST = 600;

    /** How many findings' marks stand side by side. */
    private static final int PLACES = 150;

    static TimeAxis of(Exercise exercise, List<TimelineItem> rows, List<Drill> drills, Map<Drill, List<ClockReading>> clocks,
            List<JournalEntry> sightings, Instant now) {
        long position = exercise.clock.position(now) / MICROS;
        long last = rows.stream().map(TimeAxis::place).filter(Objects::nonNull).mapToLong(place -> place / MICROS).max()
                .orElse(0);
        long length = Math.max(SHORTEST, Math.max(last, position));
        List<Tick> ticks = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            ticks.add(new Tick(25 * quarter + "%", Texts.clock(ExerciseClock.text(length * quarter / 4 * MICROS))));
        }
        List<Dot> dots = rows.stream().filter(row -> place(row) != null).map(row -> new Dot(percent(place(row), length),
                row.releasedAt != null ? "done" : row.after != null ? "contingency" : "planned", row.key)).toList();
        List<Drill> armed = drills.stream().filter(drill -> drill.armedAt != null).toList();
        ToLongFunction<Instant> clock = armed.isEmpty() ? at -> 0 : ClockHistory.positions(exercise, now);
        return new TimeAxis(length, ticks, dots, bands(armed, clock, now, length), stops(clocks, clock, length),
                findings(sightings, length),
                percent(position * MICROS, length));
    }

    private static List<Band> bands(List<Drill> armed, ToLongFunction<Instant> clock, Instant now, long length) {
        return armed.stream().map(drill -> {
            long from = clock.applyAsLong(drill.armedAt);
            long until = clock.applyAsLong(drill.revertedAt == null ? now : drill.revertedAt);
            return new Band(percent(from, length), percent(Math.max(until - from, length * MICROS / 200), length),
                    drill.state.isActive(), drill.title, (double) from / MICROS);
        }).toList();
    }

    private static List<Stop> stops(Map<Drill, List<ClockReading>> clocks, ToLongFunction<Instant> clock, long length) {
        List<Stop> stops = new ArrayList<>();
        clocks.forEach((drill, readings) -> readings.stream().filter(ClockReading::isMarked)
                .forEach(reading -> stops.add(new Stop(
                        percent(clock.applyAsLong(reading.counted().at()), length), reading.clock().letter(),
                        "%s: %s %s".formatted(drill.title, reading.clock().key(), reading.words())))));
        return stops;
    }

    private static List<Dot> findings(List<JournalEntry> sightings, long length) {
        Map<Long, Integer> places = new TreeMap<>();
        for (JournalEntry entry : sightings) {
            Duration observed = entry.as(Observation.class).observedClock();
            long seen = ExerciseClock.micros(observed == null ? Duration.parse(entry.clock) : observed);
            places.merge(Math.min(PLACES, seen * PLACES / (length * MICROS)), 1, Integer::sum);
        }
        return places.entrySet().stream().map(place -> new Dot(percent(place.getKey() * length * MICROS / PLACES, length),
                "finding", Texts.count(place.getValue(), "finding"))).toList();
    }

    private static Long place(TimelineItem item) {
        return item.releasedClock != null ? item.releasedClock : item.dueClock;
    }

    private static String percent(long micros, long seconds) {
        return String.format(Locale.ROOT, "%.2f%%", Math.min(100.0, 100.0 * micros / MICROS / seconds));
    }
}
