package dev.blackstart.drills.view;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A drill as one person may see it. {@code instruction}: what a controller has to do now and then confirm; {@code result}:
 * passed, failed or inconclusive, for control staff; {@code calls}: what its drivers were called for.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrillView(String key, String title, String kind, String state, Boolean verified, String owner,
        List<String> targets, String hypothesis, String instruction, Instant armedAt, Instant injectedAt, Instant revertingAt,
        Instant revertedAt, Instant revertBy, String result, String resultReason, String resultBy, String failure,
        List<DriverCallLine> calls) {

    /** Whether it was begun, so that somebody can say what it showed. */
    @JsonIgnore
    public boolean isJudgeable() {
        return armedAt != null;
    }

    @JsonIgnore
    public boolean isActive() {
        return List.of("armed", "injected", "reverting", "failed").contains(state);
    }
}
