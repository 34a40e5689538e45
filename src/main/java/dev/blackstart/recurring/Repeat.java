package dev.blackstart.recurring;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;

/**
 * How often a recurring exercise comes: once in each stretch of time, on one of its days, between its hours.
 *
 * @param from the first minute of the day at which it may start
 * @param until where that ends, exclusive; midnight is the end of the day
 * @param random any instant of it; else the first
 */
record Repeat(PlanDuration every, Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone, boolean random) {

    /** Beyond so many stretches without a single allowed hour there is none. */
    private static final int FARTHEST = 1_000;
    private static final Duration SHORTEST = Duration.ofHours(1);

    /** @param at when it starts @param until where its stretch of time ends, and the next begins */
    record Drawn(Instant at, Instant until) {
    }

    private record Span(Instant from, Instant until) {

        long micros() {
            return Duration.between(from, until).toNanos() / 1_000;
        }
    }

    /** Empty where the plan's exercises do not come by themselves. */
    static Optional<Repeat> of(PlanDocument plan) {
        JsonNode repeat = plan.schedule().repeat();
        if (repeat == null || !repeat.hasNonNull("every")) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        repeat.path("days").forEach(day -> days.add(day(day.asText())));
        String[] hours = repeat.path("hours").asText("00:00-24:00").split("-");
        return Optional.of(new Repeat(new PlanDuration(repeat.get("every").asText()),
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, LocalTime.parse(hours[0]),
                hours[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(hours[1]),
                ZoneId.of(repeat.path("zone").asText(plan.schedule().zone())), repeat.path("random").asBoolean()));
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(word)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no day");
    }

    boolean isTooOften() {
        return every.isNegative() || every.onClock().compareTo(SHORTEST) < 0;
    }

    /** The beginning of the day of an instant: where the first stretch begins. */
    Instant dayOf(Instant at) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /**
     * The next one, never in the past: stretches in which nothing is left pass by.
     *
     * @param begin of the first stretch
     * @return empty where no day and hour ever fits
     */
    Optional<Drawn> draw(Instant begin, Instant now, RandomGenerator chance) {
        Instant start = begin;
        for (int tries = 0; tries < FARTHEST;) {
            Instant end = every.from(start.atZone(zone)).toInstant();
            if (end.isAfter(now)) {
                List<Span> open = spans(start.isAfter(now) ? start : now, end);
                if (!open.isEmpty()) {
                    return Optional.of(new Drawn(random ? pick(open, chance) : open.get(0).from(), end));
                }
                tries++;
            }
            start = end;
        }
        return Optional.empty();
    }

    private static Instant pick(List<Span> open, RandomGenerator chance) {
        long left = chance.nextLong(open.stream().mapToLong(Span::micros).sum());
        for (Span span : open) {
            if (left < span.micros()) {
                return span.from().plusNanos(left * 1_000);
            }
            left -= span.micros();
        }
        throw new IllegalStateException("the spans are as long as their sum");
    }

    /** Real time between wall-clock hours: a night without its third hour is shorter, one that has it twice is longer. */
    private List<Span> spans(Instant start, Instant end) {
        List<Span> spans = new ArrayList<>();
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate date = start.atZone(zone).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            if (days.contains(date.getDayOfWeek())) {
                Instant opens = later(date.atTime(from).atZone(zone).toInstant(), start);
                Instant closes = earlier((until.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay(zone)
                        : date.atTime(until).atZone(zone)).toInstant(), end);
                if (Duration.between(opens, closes).toNanos() >= 1_000) {
                    spans.add(new Span(opens, closes));
                }
            }
        }
        return spans;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
