package dev.blackstart.insight.figure;

import java.util.ArrayList;
import java.util.List;

import dev.blackstart.insight.figure.Plot.Key;

/** Horizontal bars, each below its name, in parts that differ by pattern and by the number written in them. */
public final class BarRows {

    /** So many characters of name and remark stand beside each other on a phone; a longer name is whole in the table alone. */
    private static final int LINE = 50;
    private static final int LEAST_NAME = 12;

    private static final int ROW = 46;
    /** A part narrower than this percentage has its number in the table alone. */
    private static final double WIDE = 7;

    /** @param value its length @param look a pattern's name: solid, hatched, dotted, empty @param text written in it */
    public record Part(double value, String look, String text, String title) {
    }

    /** @param mark where a line stands in the row, or null */
    public record Row(String name, String remark, List<Part> parts, Double mark) {
    }

    private BarRows() {
    }

    /** @param longest the value at the right edge */
    public static Plot of(String label, List<Row> rows, double longest, List<Key> legend) {
        List<Shape> shapes = new ArrayList<>();
        int y = 0;
        for (Row row : rows) {
            shapes.add(Shape.text(0, y + 15, name(row.name(), row.remark()), "start", "name"));
            shapes.add(Shape.text(100, y + 15, row.remark(), "end", "remark"));
            shapes.add(Shape.line(0, y + 41, 100, y + 41, "rule"));
            double x = 0;
            for (Part part : row.parts()) {
                double width = longest <= 0 ? 0 : 100 * part.value() / longest;
                if (width > 0) {
                    shapes.add(Shape.bar(x, y + 21, width, 18, part.look(), part.title()));
                    if (width >= WIDE && part.text() != null) {
                        shapes.add(Shape.text(x + width / 2, y + 34, part.text(), "middle", "in-" + part.look()));
                    }
                }
                x += width;
            }
            if (row.mark() != null) {
                double at = Math.min(100, 100 * row.mark() / longest);
                shapes.add(Shape.line(at, y + 18, at, y + 42, "median"));
            }
            y += ROW;
        }
        return new Plot(label, Math.max(ROW, y), shapes, legend);
    }

    static String name(String name, String remark) {
        int most = Math.max(LEAST_NAME, LINE - remark.length());
        return name.length() <= most ? name : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
    }
}
