package dev.blackstart.insight.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.blackstart.insight.figure.Plot.Key;
import dev.blackstart.insight.figure.Shape.Mark;

/** A row of time for each thing, with a mark where something happened to it. */
public final class TimeRows {

    private static final int HEAD = 22;
    private static final int ROW = 42;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /** Something that happened. */
    public record Event(Instant at, Mark mark, String look, String title) {
    }

    /** @param remark what stands at its right */
    public record Row(String name, String remark, List<Event> events) {
    }

    private TimeRows() {
    }

    public static Plot of(String label, Instant from, Instant until, List<Row> rows, List<Key> legend) {
        List<Shape> shapes = new ArrayList<>();
        int height = HEAD + Math.max(1, rows.size()) * ROW;
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        LocalDate last = until.atZone(ZoneOffset.UTC).toLocalDate();
        long months = Math.max(1, ChronoUnit.MONTHS.between(first, last) + 1);
        long step = (months + 5) / 6;
        for (int i = 0; i < months; i += (int) step) {
            LocalDate month = first.plusMonths(i);
            double x = x(month.atStartOfDay(ZoneOffset.UTC).toInstant(), from, until);
            shapes.add(Shape.line(x, HEAD - 4, x, height, "rule"));
            shapes.add(
                    Shape.text(x, 13, MONTH.format(month) + (month.getMonthValue() == 1 || i == 0 ? " " + month.getYear() : ""),
                            "start", "scale"));
        }
        int y = HEAD;
        for (Row row : rows) {
            shapes.add(Shape.text(0, y + 14, BarRows.name(row.name(), row.remark()), "start", "name"));
            shapes.add(Shape.text(100, y + 14, row.remark(), "end", "remark"));
            shapes.add(Shape.line(0, y + 28, 100, y + 28, "rule"));
            for (Event event : row.events()) {
                if (!event.at().isBefore(from) && event.at().isBefore(until)) {
                    shapes.add(Shape.mark(event.mark(), x(event.at(), from, until), y + 28, event.look(), event.title()));
                }
            }
            y += ROW;
        }
        return new Plot(label, height, shapes, legend);
    }

    private static double x(Instant at, Instant from, Instant until) {
        double share = (double) Duration.between(from, at).toSeconds()
                / Math.max(1, Duration.between(from, until).toSeconds());
        return 1 + 97 * Math.max(0, Math.min(1, share));
    }
}
