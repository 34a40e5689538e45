package dev.blackstart.followup.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

import dev.blackstart.problem.Problem;

/** Days that people name: {@code 2027-03-28}, of which all is meant, or an instant. */
public final class Deadlines {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private Deadlines() {
    }

    /** Null and blank become null. @throws Problem 422 for what is neither */
    public static Instant end(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == 10 ? end(LocalDate.parse(text), zone) : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(field, "Write " + field + " as 2027-03-28, or as an instant.");
        }
    }

    /** The last minute of a day that lies so many days ahead. */
    public static Instant end(Instant now, int daysAhead, ZoneId zone) {
        return end(LocalDate.ofInstant(now, zone).plusDays(daysAhead), zone);
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.atTime(LAST_MINUTE).atZone(zone).toInstant();
    }

    /** As a date there. */
    public static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
