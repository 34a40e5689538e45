package dev.blackstart.insight.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.blackstart.insight.figure.Plot.Key;
import dev.blackstart.insight.figure.Shape.Mark;

/**
 * Dots by quarter with their median. Two series stand beside each other, never on one line, and differ in shape as well as in
 * colour.
 */
public final class DotPlot {

    private static final int HEIGHT = 260;
    private static final int TOP = 14;
    private static final int BOTTOM = 214;
    private static final double LEFT = 12;
    private static final int LABELS = 5;

    /**
     * @param series 0 or 1
     * @param value on the axis
     * @param beyond whether the true value is higher, such as what was never detected
     */
    public record Dot(String quarter, int series, double value, boolean beyond, String title) {
    }

    /** @param value where its line stands @param text what stands at it */
    public record Level(double value, String text) {
    }

    /**
     * @param place maps a value to 0 (bottom) … 1 (top)
     * @param medians by quarter and series, {@code 2026 Q3/0}; a missing one is not drawn
     */
    public record Axis(List<Level> levels, Function<Double, Double> place, Map<String, Double> medians) {
    }

    private DotPlot() {
    }

    /** @param names of the two series, or of one */
    public static Plot of(String label, List<String> quarters, List<Dot> dots, Axis axis, List<String> names) {
        List<Shape> shapes = new ArrayList<>();
        for (Level level : axis.levels()) {
            double y = y(axis, level.value());
            shapes.add(Shape.line(LEFT - 2, y, 100, y, "rule"));
            shapes.add(Shape.text(0, y + 4, level.text(), "start", "scale"));
        }
        double width = (100 - LEFT) / Math.max(1, quarters.size());
        int step = (quarters.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < quarters.size(); i++) {
            double x = LEFT + i * width;
            String quarter = quarters.get(i);
            if (i > 0) {
                shapes.add(Shape.line(x, TOP, x, BOTTOM + 6, "rule"));
            }
            if (i % step == 0) {
                shapes.add(Shape.text(x + width / 2, BOTTOM + 22, quarter, "middle", "scale"));
            }
            for (int series = 0; series < names.size(); series++) {
                column(shapes, dots, axis, quarter, series, x + width * (2 * series + 1) / (2.0 * names.size()),
                        width / names.size(), i % step == 0);
            }
        }
        return new Plot(label, HEIGHT, shapes, legend(names, dots));
    }

    private static void column(List<Shape> shapes, List<Dot> dots, Axis axis, String quarter, int series, double middle,
            double width, boolean counted) {
        String look = "series-" + (series + 1);
        List<Dot> here = dots.stream().filter(dot -> dot.quarter().equals(quarter) && dot.series() == series)
                .sorted(Comparator.comparingDouble(Dot::value)).toList();
        Map<Long, Integer> taken = new TreeMap<>();
        for (Dot dot : here) {
            double y = y(axis, dot.value());
            int beside = taken.merge(Math.round(y / 9), 1, Integer::sum) - 1;
            double aside = (beside % 2 == 0 ? -1 : 1) * ((beside + 1) / 2) * Math.min(2.2, width / 6);
            aside = Math.max(-width / 2.4, Math.min(width / 2.4, aside));
            Mark shape = dot.beyond() ? Mark.UP : series == 0 ? Mark.DOT : Mark.DIAMOND;
            shapes.add(Shape.mark(shape, middle + aside, y, look, dot.title()));
        }
        Double median = axis.medians().get(quarter + "/" + series);
        if (median != null) {
            shapes.add(Shape.line(middle - width * 0.42, y(axis, median), middle + width * 0.42, y(axis, median), "median"));
        }
        if (counted && !here.isEmpty()) {
            shapes.add(Shape.text(middle, BOTTOM + 38, "n " + here.size(), "middle", look));
        }
    }

    private static List<Key> legend(List<String> names, List<Dot> dots) {
        List<Key> legend = new ArrayList<>();
        legend.add(Key.mark(Mark.DOT, "series-1", names.get(0)));
        if (names.size() > 1) {
            legend.add(Key.mark(Mark.DIAMOND, "series-2", names.get(1)));
        }
        if (dots.stream().anyMatch(Dot::beyond)) {
            legend.add(Key.mark(Mark.UP, "quiet", "longer than this: it never came"));
        }
        legend.add(Key.bar("median", "median"));
        return legend;
    }

    private static double y(Axis axis, double value) {
        return BOTTOM - Math.max(0, Math.min(1, axis.place().apply(value))) * (BOTTOM - TOP);
    }
}
