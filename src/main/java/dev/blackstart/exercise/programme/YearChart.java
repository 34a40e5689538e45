package dev.blackstart.exercise.programme;

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
 */
public record YearChart(String label, int height, String today, List<Column> months, List<Row> rows) {

    private static final int MONTHS = 12;
    /** Up to so many have a line each; more share lines where they do not overlap. */
    private static final int FEW = 24;
    /** With more lines than these, names are left to the list. */
    private static final int NAMED_LINES = 40;
    private static final int HEAD = 28;
    private static final int ROW = 26;
    private static final int BARE_ROW = 20;
    /** Of a name, per character, in percent of the width of a screen. */
    private static final double CHARACTER = 0.65;
    private static final double GAP = 1.5;
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

    static YearChart of(List<ProgrammeResource.Line> lines, Instant now) {
        LocalDate today = now.atZone(ZoneId.of("UTC")).toLocalDate();
        LocalDate first = YearMonth.from(today).minusMonths(1).atDay(1);
        Axis axis = new Axis(first, first.plusMonths(MONTHS));
        List<Stretch> on = lines.stream().map(YearChart::stretch).filter(Objects::nonNull).filter(axis::touches)
                .sorted(Comparator.comparing(Stretch::from)).toList();
        int[] withNames = lines(on, axis, true);
        boolean named = max(withNames) <= NAMED_LINES;
        int[] drawn = named ? withNames : lines(on, axis, false);
        int height = named ? ROW : BARE_ROW;
        List<Row> rows = IntStream.range(0, on.size())
                .mapToObj(i -> row(on.get(i), axis, HEAD + drawn[i] * height, named)).toList();
        return new YearChart("The year from %s: %s; the list below says the same."
                .formatted(month(first), Texts.count(on.size(), "exercise")),
                HEAD + max(drawn) * height + 8, axis.x(today),
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths)
                        .map(month -> new Column(month(month), axis.x(month),
                                YearMonth.from(month).equals(YearMonth.from(today))))
                        .toList(),
                rows);
    }

    /** On which line each is drawn: its own where there are few, else the first where nothing overlaps. */
    private static int[] lines(List<Stretch> on, Axis axis, boolean named) {
        if (on.size() <= FEW) {
            return IntStream.range(0, on.size()).toArray();
        }
        List<List<double[]>> taken = new ArrayList<>();
        return on.stream().mapToInt(stretch -> {
            double[] room = room(stretch, axis, named);
            int line = IntStream.range(0, taken.size()).filter(i -> taken.get(i).stream()
                    .noneMatch(other -> room[0] < other[1] && other[0] < room[1])).findFirst().orElse(taken.size());
            if (line == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(line).add(room);
            return line;
        }).toArray();
    }

    /** From where to where it is drawn, its name included. */
    private static double[] room(Stretch stretch, Axis axis, boolean named) {
        double x = axis.position(stretch.from());
        double begins = stretch.prepared() == null ? x : axis.position(stretch.prepared());
        double ends = axis.position(stretch.until());
        double name = named ? name(stretch.line()).length() * CHARACTER + GAP : 0;
        return x > TURN ? new double[] { begins - name, ends + GAP } : new double[] { begins, ends + name + GAP };
    }

    /** How many lines there are. */
    private static int max(int[] lines) {
        return IntStream.of(lines).max().orElse(-1) + 1;
    }

    private static String name(ProgrammeResource.Line line) {
        return line.exercise().label() + (line.exercise().campaign() == null ? "" : " · " + line.exercise().campaign());
    }

    private static Stretch stretch(ProgrammeResource.Line line) {
        LocalDate day = line.day();
        List<LocalDate> window = line.exercise().window();
        if (day != null) {
            return new Stretch(line, day, day.plusDays(1));
        }
        return window == null ? null : new Stretch(line, window.get(0), window.get(1).plusDays(1));
    }

    private static Row row(Stretch stretch, Axis axis, int y, boolean named) {
        ProgrammeResource.Line line = stretch.line();
        boolean span = line.day() == null;
        double x = axis.position(stretch.from());
        LocalDate prepared = stretch.prepared();
        double begins = prepared == null ? x : axis.position(prepared);
        boolean turned = x > TURN;
        String text = named ? name(line) : "";
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
