package dev.blackstart.insight.figure;

import java.util.List;

/**
 * A picture ready to be written as SVG by the tag {@code insightplot}.
 *
 * @param label says in a sentence what is drawn, for those who do not see it
 * @param height in pixels
 * @param legend what each look means
 */
public record Plot(String label, int height, List<Shape> shapes, List<Key> legend) {

    /** @param path of the mark, or null for a bar */
    public record Key(String path, String look, String text) {

        public static Key mark(Shape.Mark mark, String look, String text) {
            return new Key(mark.path(), look + (mark.isFilled() ? " filled" : " open"), text);
        }

        public static Key bar(String look, String text) {
            return new Key(null, look, text);
        }
    }
}
