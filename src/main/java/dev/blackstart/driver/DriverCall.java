package dev.blackstart.driver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of a driver.
 *
 * @param fault the drill's id: the same for its inject and every attempt of its revert
 * @param settings the plan's own object, {@code {"driver": …}}; secrets stand as references
 * @param targets what the drill names and, where some were drawn, was drawn
 * @param timeout after which the caller gives it up
 * @param saved what an earlier call of this fault has saved; null where none has
 * @param log what must be durable before the target is touched
 */
public record DriverCall(UUID fault, JsonNode settings, List<TargetSystem> targets, Duration timeout, JsonNode saved,
        CallLog log) {

    public DriverCall {
        targets = List.copyOf(targets);
    }

    /** The same for every attempt; the inject and the revert of one fault differ by their settings. */
    public UUID id() {
        return UUID.nameUUIDFromBytes((fault + " " + settings).getBytes(StandardCharsets.UTF_8));
    }
}
