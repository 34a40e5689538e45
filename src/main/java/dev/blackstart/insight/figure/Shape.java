package dev.blackstart.insight.figure;

import java.util.Locale;

/**
 * One part of a picture: a line, a bar, a text or a mark. x and widths are percentages, so that it fits every width; y and
 * heights are pixels.
 *
 * @param kind line, bar, text or mark
 * @param path of a mark, around 0,0
 * @param look its class: series one or two, quiet, …
 * @param title what a pointer shows, or null
 */
public record Shape(String kind, String x, String y, String x2, String y2, String path, String text, String look,
        String anchor, String title) {

    /** How a mark looks without any colour. */
    public enum Mark {
        DOT("M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z"),
        DIAMOND("M0,-6L6,0L0,6L-6,0z"),
        /** Longer than what is drawn. */
        UP("M0,-7L6,5L-6,5z"),
        CROSS("M-5,-5L5,5M-5,5L5,-5"),
        RING("M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z");

        final String path;

        Mark(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }

        /** Filled marks have the colour inside, the others on their edge. */
        boolean isFilled() {
            return this != CROSS && this != RING;
        }
    }

    static Shape line(double x, double y, double x2, double y2, String look) {
        return new Shape("line", percent(x), pixels(y), percent(x2), pixels(y2), null, null, look, null, null);
    }

    static Shape bar(double x, double y, double width, double height, String look, String title) {
        return new Shape("bar", percent(x), pixels(y), percent(width), pixels(height), null, null, look, null, title);
    }

    static Shape text(double x, double y, String text, String anchor, String look) {
        return new Shape("text", percent(x), pixels(y), null, null, null, text, look, anchor, null);
    }

    static Shape mark(Mark mark, double x, double y, String look, String title) {
        return new Shape("mark", percent(x), pixels(y), null, null, mark.path, null,
                look + (mark.isFilled() ? " filled" : " open"), null, title);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
