package dev.blackstart.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The API's words, which are the constants' names in lower case with hyphens. */
public final class Choice {

    private Choice() {
    }

    public static String key(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> List<String> keys(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choice::key).toList();
    }

    /** Null and blank become null. @throws Problem 422 that lists what there is */
    public static <E extends Enum<E>> E of(String field, Class<E> type, String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> key(constant).equals(word)).findFirst()
                .orElseThrow(() -> Problem.invalid(field, field + " is one of " + String.join(", ", keys(type)) + "."));
    }

    /** The word itself, where it is one of the constants' or of these others. @throws Problem 422 otherwise */
    public static <E extends Enum<E>> String known(String word, Class<E> type, String... others) {
        if (!List.of(others).contains(word)) {
            of("state", type, word);
        }
        return word;
    }
}
