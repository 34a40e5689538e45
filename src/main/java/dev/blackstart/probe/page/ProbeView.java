package dev.blackstart.probe.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A probe as control staff see it.
 *
 * @param planned the plan's own object
 * @param state unknown, inside or outside; unmeasured where this installation cannot measure it
 * @param since when this state began; null before the first sample
 * @param problems why it is not measured here
 * @param samples how many there are
 * @param skipped how many came too late and were not taken
 */
public record ProbeView(String key, String type, JsonNode planned, String state, Instant since, List<String> problems,
        Last last,
        long samples, long skipped, Instant guardrailActedAt) {

    public static final String UNMEASURED = "unmeasured";

    /** The newest sample. */
    public record Last(Instant at, boolean inside, String value, Duration latency, String message) {

        /** What is wrong, or what was measured. */
        public String words() {
            return message != null ? message : value != null ? value : inside ? "inside" : "outside";
        }
    }
}
