package dev.blackstart.catalogue.source;

import java.util.Comparator;

/**
 * Something that is wrong, or doubtful, in a text.
 *
 * @param pointer JSON pointer (RFC 6901) of the place; of the object around it where something is missing
 * @param line from 1
 * @param message one sentence in plain words, with what to write instead where we know it
 */
public record Violation(String pointer, int line, String message) {

    public static final Comparator<Violation> BY_LINE = Comparator.comparingInt(Violation::line)
            .thenComparing(Violation::pointer).thenComparing(Violation::message);

    @Override
    public String toString() {
        return "line " + line + (pointer.isEmpty() ? "" : " (" + pointer + ")") + ": " + message;
    }
}
