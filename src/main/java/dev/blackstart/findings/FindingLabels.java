package dev.blackstart.findings;

import java.util.List;

import dev.blackstart.problem.Problem;

/** The words a finding may be labelled with. */
public final class FindingLabels {

    public static final List<String> KINDS = List.of("latent-defect", "single-point-of-failure", "monitoring-gap",
            "runbook-gap",
            "communication-gap", "dark-debt", "weak-signal", "logistics", "good-catch");

    /** From all of production down, to internal tooling. */
    public static final List<String> SEVERITIES = List.of("sev1", "sev2", "sev3", "sev4");

    private FindingLabels() {
    }

    /** Null and blank become null. @throws Problem 422 that lists the words */
    public static String oneOf(String field, List<String> words, String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        if (!words.contains(word)) {
            throw Problem.invalid(field, field + " is one of " + String.join(", ", words) + ".");
        }
        return word;
    }
}
