package dev.blackstart.database;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Text as it is searched: without accents, capitals and invisible characters, so that {@code jurgen} finds Jürgen. An entity
 * keeps it in a column beside what people wrote, because databases fold in different ways.
 */
public final class Folded {

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS = Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ",
            "oe", "þ", "th", "ı", "i");

    private Folded() {
    }

    public static String of(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = Normalizer.normalize(decomposed, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]+", "");
        return bare.codePoints().mapToObj(Character::toString).map(one -> LETTERS.getOrDefault(one, one))
                .collect(Collectors.joining());
    }

    /** What an entry is found by, each on a line of its own; null parts are left out. */
    public static String lines(String... parts) {
        return Arrays.stream(parts).filter(Objects::nonNull).map(Folded::of).collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** Of a {@code like} with {@code escape '!'}: entries in which these words appear. */
    public static String containing(String words) {
        return "%" + escaped(words) + "%";
    }

    /** Of a {@code like} with {@code escape '!'}: entries of which this is a whole line. */
    public static String having(String line) {
        return "%\n" + escaped(line) + "\n%";
    }

    private static String escaped(String text) {
        return of(text).replaceAll("([!%_])", "!$1");
    }
}
