package dev.blackstart.drills.runbook;

import java.util.Arrays;

import dev.blackstart.problem.Problem;

/** How a step of a runbook was done. */
public enum StepState {
    DONE,
    SKIPPED,
    DEVIATED;

    /** @throws Problem 422 that lists the words */
    static StepState of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst()
                .orElseThrow(() -> Problem.invalid("state", "state is one of done, skipped, deviated."));
    }

    public String key() {
        return name().toLowerCase();
    }
}
