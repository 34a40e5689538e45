package dev.blackstart.insight.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A quarter of the calendar, in UTC. Trends use these fixed ones, so that two answers cannot be subtracted to single one out.
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    public static Quarter of(Instant at) {
        return of(at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / 3 + 1);
    }

    /** From the one that holds the first instant to the one that holds the last, in order. */
    public static List<Quarter> between(Instant from, Instant last) {
        List<Quarter> quarters = new ArrayList<>();
        for (Quarter quarter = of(from); quarter.compareTo(of(last)) <= 0; quarter = quarter.next()) {
            quarters.add(quarter);
        }
        return quarters;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public Instant begins() {
        return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    public Instant ends() {
        return next().begins();
    }

    public Quarter next() {
        return of(firstDay().plusMonths(3));
    }

    @Override
    public int compareTo(Quarter other) {
        return firstDay().compareTo(other.firstDay());
    }

    /** {@code 2026 Q3}. */
    @Override
    public String toString() {
        return year + " Q" + number;
    }
}
