package dev.blackstart.conduct;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.problem.Problem;

/** Reads the API's small words as constants. */
public final class EnumParameter {

    private EnumParameter() {
    }

    /** Null stays null. @throws Problem 422 that lists what there is */
    public static <E extends Enum<E>> E of(String field, Class<E> type, String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return constants.stream().filter(constant -> constant.name().toLowerCase().equals(word)).findFirst()
                .orElseThrow(() -> Problem.invalid(field, field + " is one of "
                        + String.join(", ", constants.stream().map(constant -> constant.name().toLowerCase()).toList()) + "."));
    }
}
