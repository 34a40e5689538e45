package dev.blackstart.catalogue.patch;

import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A value where it is in a text.
 *
 * @param isFlow written in brackets
 * @param from its first character
 * @param to after its last character; of what is written in lines, before the last line's break
 * @param anchor name of the anchor it has or repeats, or null
 * @param style of a scalar, else null
 * @param entries of a collection, in the order of the text
 */
record TextNode(Shape shape, boolean isFlow, int from, int to, String anchor, ScalarStyle style, List<Entry> entries) {

    enum Shape {
        SCALAR,
        MAPPING,
        SEQUENCE,
        ALIAS
    }

    /**
     * @param name of a mapping's entry, else null
     * @param mark where its colon or dash is; -1 without one
     * @param comma where the comma behind it is; -1 without one
     */
    record Entry(String name, TextNode key, TextNode value, int mark, int comma) {

        /** Its first character: of the key, of the dash, or of the value in brackets. */
        int from() {
            return key != null ? key.from : mark >= 0 ? mark : value.from;
        }

        int to() {
            return Math.max(value.to, mark + 1);
        }
    }

    boolean isCollection() {
        return shape == Shape.MAPPING || shape == Shape.SEQUENCE;
    }

    boolean isBlockScalar() {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }

    boolean isBlockCollection() {
        return isCollection() && !isFlow;
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /** Index of a key, or -1. */
    int indexOf(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (name.equals(entries.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    /** The name of an anchor in it, or null. */
    String anyAnchor() {
        if (anchor != null) {
            return anchor;
        }
        for (Entry one : entries) {
            String inside = one.value.anyAnchor();
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
