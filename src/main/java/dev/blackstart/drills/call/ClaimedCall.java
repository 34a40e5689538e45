package dev.blackstart.drills.call;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.drills.DriverAction;
import dev.blackstart.driver.TargetSystem;

/**
 * A call that this process alone makes now.
 *
 * @param onlyIf the probe that has to be inside its tolerance; null where none has
 * @param revert settings of the revert, which the target may be told to make by itself
 * @param longest after which the target makes it
 */
record ClaimedCall(UUID attempt, UUID drill, DriverAction action, JsonNode settings, JsonNode onlyIf, JsonNode revert,
        Duration longest,
        List<TargetSystem> targets, Duration timeout, JsonNode saved) {
}
