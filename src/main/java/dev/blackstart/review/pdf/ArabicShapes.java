package dev.blackstart.review.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters as they are written: each letter in the shape that its neighbours ask for. The shapes are Unicode's
 * presentation forms, in their order isolated, final, initial, medial; a letter with two of them never joins the next one.
 */
final class ArabicShapes {

    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;

    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';

    /** By letter. */
    private static final Map<Character, char[]> SHAPES = new HashMap<>();

    /** Of lam with the alef behind it: isolated and final. */
    private static final Map<Character, char[]> WITH_LAM = new HashMap<>();

    /** What each shape stands for. */
    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        collect('\uFE80', '\uFEFC');
        collect('\uFB50', '\uFBFF');
    }

    private ArabicShapes() {
    }

    /** Shapes of one letter follow each other. */
    private static void collect(char first, char last) {
        for (int at = first; at <= last;) {
            String letter = letters(at);
            int until = at + 1;
            while (until <= last && letters(until).equals(letter)) {
                until++;
            }
            if (Character.isLetter(letter.charAt(0)) && letter.length() <= 2) {
                remember(letter, at, until);
            }
            at = until;
        }
    }

    private static String letters(int shape) {
        return Normalizer.normalize(String.valueOf((char) shape), Normalizer.Form.NFKC);
    }

    private static void remember(String letters, int first, int until) {
        char[] shapes = new char[until - first];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = (char) (first + i);
            LETTERS.putIfAbsent(shapes[i], letters);
        }
        if (letters.length() == 1) {
            SHAPES.putIfAbsent(letters.charAt(0), shapes);
        } else if (letters.charAt(0) == LAM) {
            WITH_LAM.putIfAbsent(letters.charAt(1), shapes);
        }
    }

    /** Text in its logical order, letters in their shapes; everything else as it is. */
    static String join(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean joinsBefore = joinsNext(before(text, i));
            if (letter == LAM && i + 1 < text.length() && WITH_LAM.containsKey(text.charAt(i + 1))) {
                shaped.append(WITH_LAM.get(text.charAt(++i))[joinsBefore ? FINAL : 0]);
            } else {
                shaped.append(shape(letter, joinsBefore, after(text, i)));
            }
        }
        return shaped.toString();
    }

    private static char shape(char letter, boolean joinsBefore, char next) {
        char[] shapes = SHAPES.get(letter);
        if (shapes == null) {
            return letter;
        }
        boolean joinsAfter = joinsNext(letter) && joinsPrevious(next);
        int wanted = joinsBefore ? joinsAfter ? MEDIAL : FINAL : joinsAfter ? INITIAL : 0;
        return wanted < shapes.length ? shapes[wanted] : shapes[0];
    }

    /** The letters that shapes stand for. */
    static String apart(String shaped) {
        StringBuilder text = new StringBuilder(shaped.length());
        for (int i = 0; i < shaped.length(); i++) {
            text.append(LETTERS.getOrDefault(shaped.charAt(i), String.valueOf(shaped.charAt(i))));
        }
        return text.toString();
    }

    private static boolean joinsNext(char letter) {
        return letter == TATWEEL || SHAPES.containsKey(letter) && SHAPES.get(letter).length > INITIAL;
    }

    private static boolean joinsPrevious(char letter) {
        return letter == TATWEEL || SHAPES.containsKey(letter) && SHAPES.get(letter).length > FINAL;
    }

    /** Marks above and below letters part nothing. */
    private static char before(String text, int at) {
        int i = at - 1;
        while (i >= 0 && isMark(text.charAt(i))) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }

    private static char after(String text, int at) {
        int i = at + 1;
        while (i < text.length() && isMark(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? ' ' : text.charAt(i);
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
