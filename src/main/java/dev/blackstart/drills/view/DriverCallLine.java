package dev.blackstart.drills.view;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.drills.AttemptState;
import dev.blackstart.drills.DriverAction;
import dev.blackstart.drills.FaultAttempt;

/**
 * One call of a driver, for control staff.
 *
 * @param action key of a {@link DriverAction}
 * @param state key of an {@link AttemptState}
 * @param dueAt when it is made, while it waits
 * @param output what the target answered; null where it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriverCallLine(String action, String state, Instant dueAt, Instant startedAt, Instant endedAt, String reason,
        String output) {

    static DriverCallLine of(FaultAttempt attempt) {
        return new DriverCallLine(attempt.action.key(), attempt.state.key(), attempt.dueAt, attempt.startedAt, attempt.endedAt,
                attempt.reason, attempt.output);
    }

    /** In the words of pages. */
    public String words() {
        String what = switch (action) {
            case "inject" -> "Inject";
            case "revert" -> "Revert";
            case "revert-again" -> "Second revert";
            case "otherwise" -> "Fallback revert";
            default -> "Disarm at the target";
        };
        return what + switch (state) {
            case "requested" -> " is due";
            case "running" -> " is running";
            case "succeeded" -> " succeeded";
            case "failed" -> " failed";
            case "refused" -> " was not allowed";
            case "cancelled" -> " was not needed";
            default -> ": outcome unknown";
        };
    }

    @JsonIgnore
    public boolean isMishap() {
        return AttemptState.MISHAPS.stream().anyMatch(mishap -> mishap.key().equals(state));
    }

    /** How long it took; null while it is not over. */
    public Duration took() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
