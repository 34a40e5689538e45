package dev.blackstart.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The place of a text that has most of the words somebody looks for. */
final class Snippet {

    private static final int LENGTH = 240;

    /** How far before the first word it begins. */
    private static final int BEFORE = 40;

    /** So many words found are looked at. */
    private static final int MOST = 200;

    private static final String CUT = "\u2026";

    private Snippet() {
    }

    /** @param hit whether it is a word that was looked for */
    public record Piece(String text, boolean hit) {
    }

    /** @param terms as {@link Words} makes them; without any of them in the text it is its beginning */
    static List<Piece> of(String text, Set<String> terms) {
        List<Words.Word> hits = terms.isEmpty() ? List.of()
                : Words.in(text).stream().filter(word -> terms.contains(word.term())).limit(MOST).toList();
        int from = hits.isEmpty() ? 0 : start(text, best(hits).start());
        int until = end(text, from);
        List<Piece> pieces = new ArrayList<>();
        add(pieces, from > 0 ? CUT : "", false);
        int at = from;
        for (Words.Word hit : hits) {
            if (hit.start() >= at && hit.end() <= until) {
                add(pieces, text.substring(at, hit.start()), false);
                add(pieces, text.substring(hit.start(), hit.end()), true);
                at = hit.end();
            }
        }
        add(pieces, text.substring(at, until) + (until < text.length() ? CUT : ""), false);
        return pieces;
    }

    static String plain(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** The first one of those that have most different ones within the length. */
    private static Words.Word best(List<Words.Word> hits) {
        Words.Word best = hits.get(0);
        long most = 0;
        for (Words.Word hit : hits) {
            long near = hits.stream().filter(one -> one.start() >= hit.start() && one.end() <= hit.start() + LENGTH - BEFORE)
                    .map(Words.Word::term).distinct().count();
            if (near > most) {
                most = near;
                best = hit;
            }
        }
        return best;
    }

    private static int start(String text, int hit) {
        if (hit <= BEFORE) {
            return 0;
        }
        int space = text.indexOf(' ', hit - BEFORE);
        return space < 0 || space >= hit ? whole(text, hit - BEFORE) : space + 1;
    }

    private static int end(String text, int from) {
        if (text.length() <= from + LENGTH) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', from + LENGTH);
        return space <= from + LENGTH / 2 ? whole(text, from + LENGTH) : space;
    }

    /** Not between the halves of a character. */
    private static int whole(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
