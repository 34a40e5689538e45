package dev.blackstart.testsupport;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.TargetSystem;

/** Calls of one fault, as the engine makes them: what is saved by one is given to the next. */
public final class DriverCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID fault = UUID.randomUUID();
    public final AtomicReference<JsonNode> saved = new AtomicReference<>();
    private final List<TargetSystem> targets;

    public DriverCalls(TargetSystem... targets) {
        this.targets = List.of(targets);
    }

    /** @param settings JSON, with ' for " */
    public DriverCall call(String settings) {
        return call(settings, Duration.ofSeconds(20));
    }

    public DriverCall call(String settings, Duration timeout) {
        return new DriverCall(fault, json(settings), targets, timeout, saved.get(), saved::set);
    }

    public List<TargetSystem> targets() {
        return targets;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
