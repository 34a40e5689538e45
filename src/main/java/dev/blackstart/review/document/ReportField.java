package dev.blackstart.review.document;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.problem.Problem;

/** What every report must say before it is published, or why it does not apply. */
public enum ReportField {
    TIME_TO_DETECT("timeToDetect", "Time to detect", "A duration, such as PT1M52S"),
    TIME_TO_RECOVER("timeToRecover", "Time to recover", "A duration, such as PT12M"),
    FAULT_ORIGIN("faultOrigin", "Origin of the fault", "What kind of thing failed", "code", "configuration", "infrastructure",
            "dependency", "process", "security", "unknown"),
    RESOLUTION("resolution", "Resolution", "By which path service came back", "rollback", "failover", "restart", "scaling",
            "fix-forward", "other"),
    DETECTED_BY("detectedBy", "Detected by", "Who or what noticed it first", "alert", "internal", "customer", "third-party"),
    IMPACT("impact", "Impact", "Customers affected, failed requests, data lost, p99"),
    SECURITY("security", "Security", "What the exercise showed of access, secrets and detection of misuse");

    private final String key;
    private final String label;
    private final String help;
    private final List<String> words;

    ReportField(String key, String label, String help, String... words) {
        this.key = key;
        this.label = label;
        this.help = help;
        this.words = List.of(words);
    }

    /** Its name in the API and in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** What it can be; empty where it is free text or a duration. */
    public List<String> words() {
        return words;
    }

    public boolean isLength() {
        return this == TIME_TO_DETECT || this == TIME_TO_RECOVER;
    }

    /** @throws Problem 422 for a name that is none */
    static ReportField of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst()
                .orElseThrow(() -> Problem.invalid("fields", "There is no field '%s'; there are %s.".formatted(key,
                        String.join(", ", Arrays.stream(values()).map(ReportField::key).toList()))));
    }

    void check(String value) {
        if (isLength() && (!PlanDuration.isDuration(value) || value.startsWith("-"))) {
            throw Problem.invalid(key, label + " is a duration, such as PT15M or PT1M30S.");
        }
        if (!words.isEmpty() && !words.contains(value)) {
            throw Problem.invalid(key, "%s is one of %s.".formatted(label, String.join(", ", words)));
        }
    }
}
