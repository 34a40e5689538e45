package dev.blackstart.web.form;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** The text of a picker: a line that was picked, {@code Pia Sorensen (pia)}, or a key or exact name that was typed. */
public final class Picking {

    private static final Pattern LINE = Pattern.compile(".*\\(([^()]+)\\)");

    private Picking() {
    }

    /** As a picker offers it. */
    public static String line(String name, String key) {
        return name.equals(key) ? key : name + " (" + key + ")";
    }

    /**
     * The key that a text names; the text itself where it is empty or names nothing that is known.
     *
     * @param byName keys of those that have this name, whatever its capitals and accents
     * @throws Problem 422 where several have it
     */
    public static String key(String field, String text, Predicate<String> isKey, Function<String, List<String>> byName) {
        if (text == null || text.isBlank()) {
            return text;
        }
        String typed = TextLimits.atMost(2 * TextLimits.LINE, field, text.replace("\0", "").strip());
        if (isKey.test(typed)) {
            return typed;
        }
        Matcher line = LINE.matcher(typed);
        if (line.matches() && isKey.test(line.group(1).strip())) {
            return line.group(1).strip();
        }
        List<String> named = byName.apply(typed);
        if (named.size() > 1) {
            throw Problem.invalid(field, "%s have the name %s; enter one of these keys: %s."
                    .formatted(named.size(), typed, String.join(", ", named)));
        }
        return named.isEmpty() ? typed : named.get(0);
    }
}
