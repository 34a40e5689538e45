package dev.blackstart.driver.chaostoolkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.experiment.Bindings;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.experiment.ValueForms;

/**
 * Values of the configuration that probes measure. They are measured before the fault; the revert uses the same ones, since the
 * fault may have changed what a probe would answer now.
 */
final class MeasuredConfiguration implements Bindings.Measurement {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private final ProviderCalls providers;
    private final Duration most;
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final JsonNode kept;

    /**
     * @param kept what was measured before, by name
     * @param most time that one probe may take
     */
    MeasuredConfiguration(ProviderCalls providers, JsonNode kept, Duration most) {
        this.providers = providers;
        this.kept = kept;
        this.most = most;
    }

    /** By name, for the revert. */
    ObjectNode values() {
        return values;
    }

    @Override
    public JsonNode of(String name, JsonNode probe, Substitution known) {
        try {
            JsonNode value = kept.has(name) ? kept.get(name) : measured(probe.path("provider"), known);
            values.set(name, value);
            return value;
        } catch (ActivityFailed failed) {
            failures.put(name, failed.getMessage());
            return null;
        }
    }

    private JsonNode measured(JsonNode provider, Substitution known) {
        JsonNode wanted = known.in(provider.path("timeout"));
        Duration own = wanted.asDouble() > 0 ? Duration.ofMillis((long) (wanted.asDouble() * 1_000)) : USUAL;
        JsonNode output = providers.call(known.inProvider(provider), known, false, own.compareTo(most) > 0 ? most : own);
        JsonNode value = switch (provider.path("type").asText()) {
            case "http" -> output.path("body");
            case "process" -> TextNode.valueOf(printed(output));
            default -> output;
        };
        if (ValueForms.refersToSecret(value)) {
            throw new ActivityFailed("Its answer contains a secret, or a text that refers to one.");
        }
        return value;
    }

    private static String printed(JsonNode output) {
        if (output.path("status").asInt() != 0) {
            throw new ActivityFailed("It ended with status %d.".formatted(output.path("status").asInt()));
        }
        return output.path("stdout").asText().strip();
    }

    /** @throws DriverFailed where one of these names has no value because its probe failed */
    void require(Set<String> names) {
        String missing = failures.entrySet().stream().filter(one -> names.contains(one.getKey()))
                .map(one -> "Configuration '%s' could not be measured: %s".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" "));
        if (!missing.isEmpty()) {
            throw new DriverFailed(missing + " Nothing was done to the target.");
        }
    }
}
