package dev.blackstart.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * Which phrases can begin at a place of a text, by the first characters there: a long text is not searched for each of them.
 */
final class PhraseIndex {

    /** Tells most words apart, and what follows "the" or "a". */
    private static final int LENGTH = 6;

    /** Prose has about this many; further ones are looked up by their first two characters. */
    private static final int MOST_BEGINNINGS = 20_000;

    final List<Phrase> phrases;
    private final int[] all;
    private final Map<String, int[]> byTwo = new ConcurrentHashMap<>();
    private final Map<String, int[]> byBeginning = new ConcurrentHashMap<>();

    PhraseIndex(List<Phrase> phrases) {
        this.phrases = phrases;
        this.all = IntStream.range(0, phrases.size()).toArray();
    }

    /** Positions in {@link #phrases} of those that can begin here, in a lower-case text. */
    int[] at(String plain, int start) {
        int[] few = known(byTwo, plain, start, 2, all);
        return few.length == 0 ? few : known(byBeginning, plain, start, LENGTH, few);
    }

    private int[] known(Map<String, int[]> known, String plain, int start, int length, int[] among) {
        if (start + length > plain.length()) {
            return among;
        }
        String beginning = plain.substring(start, start + length);
        int[] found = known.get(beginning);
        if (found == null) {
            if (known.size() >= MOST_BEGINNINGS) {
                return among;
            }
            found = thatBeginWith(beginning, among);
            known.put(beginning, found);
        }
        return found;
    }

    /** A pattern that reads a beginning to its end could match with more behind it. */
    private int[] thatBeginWith(String beginning, int[] among) {
        return IntStream.of(among).filter(one -> {
            Matcher matcher = phrases.get(one).pattern().matcher(beginning);
            return matcher.lookingAt() || matcher.hitEnd();
        }).toArray();
    }
}
