package dev.blackstart.insight.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.blackstart.people.Picked;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Texts;

/**
 * Which time and whose exercises are looked at.
 *
 * @param from the first day, in UTC
 * @param to the last day
 * @param team key, or null for all
 */
public record InsightFilter(LocalDate from, LocalDate to, String team) {

    private static final int LONGEST_YEARS = 10;

    /**
     * Left out: the four quarters before this one, and this one.
     *
     * @throws Problem 422 for what is no day, a time that ends before it begins or is longer than ten years, an unknown team
     */
    public static InsightFilter of(String from, String to, String team, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = day("to", to, today);
        LocalDate first = day("from", from, Quarter.of(last).firstDay().minusYears(1));
        if (last.isBefore(first)) {
            throw Problem.invalid("to", "The last day, " + last + ", lies before the first, " + first + ".");
        }
        if (first.plusYears(LONGEST_YEARS).isBefore(last)) {
            throw Problem.invalid("from", "Look at ten years at most.");
        }
        String key = Picked.team("team", team == null || team.isBlank() ? null : team);
        if (key != null && Team.byKey(key) == null) {
            throw Problem.invalid("team", "There is no team '%s' in the directory.".formatted(key));
        }
        return new InsightFilter(first, last, key);
    }

    private static LocalDate day(String field, String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
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

    /** Inclusive. */
    public Instant since() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    public Instant until() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean holds(Instant at) {
        return at != null && !at.isBefore(since()) && at.isBefore(until());
    }

    public List<Quarter> quarters() {
        return Quarter.between(since(), until().minusMillis(1));
    }

    public String query() {
        return "from=" + from + "&to=" + to + (team == null ? "" : "&team=" + Texts.path(team));
    }
}
