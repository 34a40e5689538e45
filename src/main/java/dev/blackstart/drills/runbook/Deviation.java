package dev.blackstart.drills.runbook;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.blackstart.problem.Problem;

/** Why people deviated from a step: that is no fault by itself, and only one of these says that the runbook is wrong. */
public enum Deviation {
    ADAPTED_WORKED("Adapted, and it worked"),
    ADAPTED_FAILED("Adapted, and it did not work"),
    NO_LONGER_FITS("The step no longer fits"),
    NO_TIME("There was no time");

    private final String words;

    Deviation(String words) {
        this.words = words;
    }

    /** @throws Problem 422 that lists the words */
    static Deviation of(String key) {
        return Arrays.stream(values()).filter(deviation -> deviation.key().equals(key)).findFirst()
                .orElseThrow(() -> Problem.invalid("deviation", "Say which it was: "
                        + Arrays.stream(values()).map(Deviation::key).collect(Collectors.joining(", ")) + "."));
    }

    public String key() {
        return name().toLowerCase().replace('_', '-');
    }

    public String words() {
        return words;
    }
}
