package dev.blackstart.catalogue.source;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A YAML 1.2 or JSON text as a tree.
 *
 * @param root missing where the text could not be read at all
 * @param places the line of everything in it
 * @param problems what is wrong with the text itself, whatever it should say
 * @param doubts what was probably meant otherwise
 */
public record SourceTree(JsonNode root, Location places, List<Violation> problems, List<Violation> doubts) {

    /** Larger texts are refused unread. */
    public static final int MOST_BYTES = 1_000_000;

    /** Never throws: what is wrong is told as {@link #problems}. */
    public static SourceTree read(byte[] bytes) {
        return new TreeBuilder().read(bytes);
    }

    /** A tree that was read elsewhere: it has no lines. */
    public static SourceTree of(JsonNode root) {
        return new SourceTree(root, Location.root(1), List.of(), List.of());
    }

    public boolean isReadable() {
        return !root.isMissingNode();
    }

    /** The line of what a pointer leads to, from 1, or of the nearest place around it that stands in the text. */
    public int line(String pointer) {
        return places.line(pointer);
    }

    public PlanNode spot() {
        return new PlanNode("", root);
    }
}
