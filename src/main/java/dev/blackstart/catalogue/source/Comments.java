package dev.blackstart.catalogue.source;

import java.util.Optional;

import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Finds texts that were probably meant to go on where YAML begins a comment: {@code subject: Incident #4711 in zone a} says
 * "Incident". A comment that is set apart ({@code key: orders   # what it is}) is none of these.
 */
final class Comments {

    private static final int LONGEST_SHOWN = 40;

    private final int[] text;

    Comments(String text) {
        this.text = text.codePoints().toArray();
    }

    /** What to say of a plain text that a comment follows on its line; empty where nothing is doubtful. */
    Optional<String> after(ScalarEvent scalar) {
        Optional<Mark> end = scalar.getEndMark();
        if (!scalar.isPlain() || end.isEmpty()) {
            return Optional.empty();
        }
        int from = end.get().getIndex();
        int hash = from;
        while (is(hash, ' ') || is(hash, '\t')) {
            hash++;
        }
        boolean apart = hash - from > 1;
        boolean spaced = is(hash + 1, ' ') || is(hash + 1, '\n') || is(hash + 1, '\r') || hash + 1 >= text.length;
        if (hash == from || !is(hash, '#') || apart && spaced) {
            return Optional.empty();
        }
        return Optional.of("The text ends before ' #': '%s' is a comment. Put the text in quotes if it belongs to it."
                .formatted(rest(hash)));
    }

    private boolean is(int index, char wanted) {
        return index < text.length && text[index] == wanted;
    }

    private String rest(int from) {
        int end = from;
        while (end < text.length && !is(end, '\n') && !is(end, '\r') && end - from < LONGEST_SHOWN) {
            end++;
        }
        return new String(text, from, end - from) + (end - from == LONGEST_SHOWN ? "…" : "");
    }
}
