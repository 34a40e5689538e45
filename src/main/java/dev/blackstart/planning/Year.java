package dev.blackstart.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.blackstart.web.Texts;

/**
 * A year of exercises on one axis, as its viewer may know them: x and width are percentages. Only what has a date, or dates
 * between which it comes, for this viewer stands on it.
 *
 * @param height in pixels
 * @param more exercises that found no room on it
 */
public record Year(String label, int height, String today, List<Column> months, List<Row> rows, int more) {

    private static final int MONTHS = 12;
    private static final int MOST = 24;
    private static final int HEAD = 28;
    private static final int ROW = 26;
    /** From here on a name stands before its exercise. */
    private static final double TURN = 60;

    /** @param now whether it is this month */
    public record Column(String name, String x, boolean now) {
    }

    /**
     * @param preparation where it begins, or null
     * @param prepares how long it takes
     * @param span whether it lies somewhere between two dates
     * @param quiet whether it is over
     */
    public record Row(int y, String preparation, String prepares, String x, String width, boolean span, boolean quiet,
            String text, String textX, String anchor, String title) {
    }

    /** A stretch of days of one exercise. */
    private record Stretch(ProgrammeResource.Line line, LocalDate from, LocalDate until) {

        /** Since when; null also where it began before that day. */
        LocalDate prepared() {
            LocalDate planned = line.preparation();
            return planned == null || planned.isAfter(from) ? null : planned;
        }
    }

    static Year of(List<ProgrammeResource.Line> lines, Instant now) {
        LocalDate today = now.atZone(ZoneId.of("UTC")).toLocalDate();
        LocalDate first = YearMonth.from(today).minusMonths(1).atDay(1);
        Axis axis = new Axis(first, first.plusMonths(MONTHS));
        List<Stretch> on = lines.stream().map(Year::stretch).filter(Objects::nonNull).filter(axis::touches)
                .sorted(Comparator.comparing(Stretch::from)).toList();
        List<Row> rows = new ArrayList<>();
        for (Stretch stretch : on.subList(0, Math.min(MOST, on.size()))) {
            rows.add(row(stretch, axis, HEAD + rows.size() * ROW));
        }
        return new Year("The year from %s: %s; the list below says the same.".formatted(month(first),
                Texts.count(on.size(), "exercise")),
                HEAD + rows.size() * ROW + 8, axis.x(today),
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths)
                        .map(month -> new Column(month(month), axis.x(month),
                                YearMonth.from(month).equals(YearMonth.from(today))))
                        .toList(),
                rows, on.size() - rows.size());
    }

    private static Stretch stretch(ProgrammeResource.Line line) {
        LocalDate day = line.day();
        List<LocalDate> window = line.exercise().window();
        if (day != null) {
            return new Stretch(line, day, day.plusDays(1));
        }
        return window == null ? null : new Stretch(line, window.get(0), window.get(1).plusDays(1));
    }

    private static Row row(Stretch stretch, Axis axis, int y) {
        ProgrammeResource.Line line = stretch.line();
        boolean span = line.day() == null;
        double x = axis.position(stretch.from());
        LocalDate prepared = stretch.prepared();
        double begins = prepared == null ? x : axis.position(prepared);
        boolean turned = x > TURN;
        String text = line.exercise().label() + (line.exercise().campaign() == null ? "" : " · " + line.exercise().campaign());
        return new Row(y, prepared == null ? null : percent(begins), percent(x - begins), percent(x),
                percent(axis.position(stretch.until()) - x), span, line.isOver(), text,
                percent(turned ? begins - 0.6 : axis.position(stretch.until()) + 0.8), turned ? "end" : "start",
                line.exercise().label() + ", "
                        + (span ? stretch.from() + " to " + stretch.until().minusDays(1) : stretch.from())
                        + (prepared == null ? "" : ", prepared from " + prepared));
    }

    private static String month(LocalDate month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String percent(double position) {
        return String.format(Locale.ROOT, "%.2f%%", position);
    }

    private record Axis(LocalDate from, LocalDate until) {

        boolean touches(Stretch stretch) {
            return stretch.from().isBefore(until) && stretch.until().isAfter(from);
        }

        double position(LocalDate day) {
            double part = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
            return Math.max(0, Math.min(1, part)) * 100;
        }

        String x(LocalDate day) {
            return percent(position(day));
        }
    }
}
