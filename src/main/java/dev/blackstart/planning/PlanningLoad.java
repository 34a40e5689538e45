package dev.blackstart.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Hours per person over the exercises that start in a quarter, by key of the person: a help against too much work, no ranking.
 *
 * @param quarter as {@code 2027-Q1}
 */
public record PlanningLoad(String quarter, List<Load> people) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    /** In hours. @param person key @param exercises how many they plan and conduct */
    public record Load(String person, long exercises, double planned, double spent) {
    }

    /** Of the exercises that the viewer sees as control staff do. @throws Problem 422 for what is no quarter */
    static PlanningLoad of(String quarter, String viewer, boolean master) {
        Matcher asked = QUARTER.matcher(quarter);
        if (!asked.matches()) {
            throw Problem.invalid("quarter", "Write the quarter as 2027-Q1.");
        }
        LocalDate from = first(asked);
        List<Object[]> rows = Panache.getEntityManager().createQuery("select h.person, count(h), sum(h.plannedMinutes),"
                + " sum(h.spentMinutes) from PlanningHours h, Exercise e where e.id = h.exerciseId and e.mode = LIVE"
                + " and e.state <> CANCELLED and e.startsAt >= :from and e.startsAt < :until and (" + Visibility.CONTROL
                + ") group by h.person order by h.person", Object[].class).setParameter("from", begin(from))
                .setParameter("until", begin(from.plusMonths(MONTHS))).setParameter("viewer", viewer)
                .setParameter("master", master).getResultList();
        return new PlanningLoad(quarter, rows.stream().map(row -> new Load((String) row[0], ((Number) row[1]).longValue(),
                hours(row[2]), hours(row[3]))).toList());
    }

    private static LocalDate first(Matcher asked) {
        try {
            return LocalDate.of(Integer.parseInt(asked.group(1)), (Integer.parseInt(asked.group(2)) - 1) * MONTHS + 1, 1);
        } catch (DateTimeException never) {
            throw Problem.invalid("quarter", "Write the quarter as 2027-Q1.");
        }
    }

    static String quarterOf(LocalDate day) {
        return "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    private static double hours(Object minutes) {
        return ((Number) minutes).longValue() / (double) PlanningView.Hours.MINUTES;
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
