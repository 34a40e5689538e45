package dev.blackstart.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of what somebody wrote: plain text, or an address that can be followed. */
public record Linked(String text, boolean link) {

    /** What ends a sentence or a Markdown link is not part of the address. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]'*_`]");

    static List<Linked> of(String text) {
        List<Linked> pieces = new ArrayList<>();
        if (text == null) {
            return pieces;
        }
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            plain(pieces, text.substring(from, address.start()));
            pieces.add(new Linked(address.group(), true));
            from = address.end();
        }
        plain(pieces, text.substring(from));
        return pieces;
    }

    private static void plain(List<Linked> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Linked(text, false));
        }
    }
}
