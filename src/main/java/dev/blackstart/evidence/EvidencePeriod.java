package dev.blackstart.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import dev.blackstart.problem.Problem;

/** Days in UTC, both included; what ended in them belongs to the pack. */
record EvidencePeriod(LocalDate from, LocalDate to) {

    /** The year until today. */
    static EvidencePeriod thisYear(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new EvidencePeriod(today.withDayOfYear(1), today);
    }

    /** @throws Problem 422 for what is no day, an end before the beginning, or more days than are allowed */
    static EvidencePeriod of(String from, String to, int mostDays) {
        EvidencePeriod period = new EvidencePeriod(day("from", from), day("to", to));
        if (period.to.isBefore(period.from)) {
            throw Problem.invalid("to", "The last day, %s, lies before the first, %s.".formatted(period.to, period.from));
        }
        if (ChronoUnit.DAYS.between(period.from, period.to) >= mostDays) {
            throw Problem.invalid("to", "A pack holds %d days at most; choose a shorter time.".formatted(mostDays));
        }
        return period;
    }

    private static LocalDate day(String field, String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "Say which days: from and to, for example 2027-01-01.");
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() < 1970 || day.getYear() > 2999) {
                throw Problem.invalid(field, field + " lies between 1970 and 2999.");
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(field, "Write " + field + " as 2027-03-28.");
        }
    }

    Instant since() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    Instant until() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String query() {
        return "from=" + from + "&to=" + to;
    }

    /** In the name of its file. */
    String fileName() {
        return "evidence-" + from + "-to-" + to + ".zip";
    }
}
