package dev.blackstart.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The values of an experiment. The platform's environment is not read: a plan would get at everything in it. A reference to it
 * takes what the drill says under {@code configuration}, else its default; a secret is <code>${secret:NAME}</code>.
 *
 * @param values by name; secrets as references
 * @param unbound a sentence for each that has no value
 */
public record Bindings(Map<String, JsonNode> values, List<String> unbound) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks a probe of the configuration for its value when the experiment begins. */
    @FunctionalInterface
    public interface Measurement {

        /** @param values those known before it @return null where it gives none */
        JsonNode of(String name, JsonNode probe, Substitution values);
    }

    /**
     * @param given values that the drill gives
     * @param measurement asked for each value of a probe that is not given, in the order of the experiment
     */
    public static Bindings of(JsonNode experiment, JsonNode given, Measurement measurement) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        List<String> unbound = new ArrayList<>();
        experiment.path("configuration").properties().forEach(one -> {
            JsonNode value = given.has(one.getKey()) ? typed(given.get(one.getKey()), one.getValue())
                    : configured(one.getKey(), one.getValue(), unbound);
            if (value != null) {
                values.put(one.getKey(), value);
            }
        });
        given.properties().forEach(one -> values.putIfAbsent(one.getKey(), one.getValue()));
        experiment.path("secrets").forEach(scope -> scope.properties().forEach(one -> {
            JsonNode value = secret(one.getKey(), one.getValue(), unbound);
            if (value != null) {
                values.putIfAbsent(one.getKey(), value);
            }
        }));
        measured(experiment, given).forEach(name -> {
            JsonNode value = measurement.of(name, experiment.path("configuration").get(name), new Substitution(values));
            if (value != null) {
                values.put(name, value);
            }
        });
        return new Bindings(values, unbound);
    }

    /** Names of values that a probe measures, because the drill does not give them. */
    public static Set<String> measured(JsonNode experiment, JsonNode given) {
        Set<String> names = new LinkedHashSet<>();
        experiment.path("configuration").properties().stream()
                .filter(one -> ValueForms.isProbe(one.getValue()) && !given.has(one.getKey()))
                .forEach(one -> names.add(one.getKey()));
        return names;
    }

    private static JsonNode configured(String name, JsonNode value, List<String> unbound) {
        if (ValueForms.isProbe(value)) {
            return null;
        }
        if (!ValueForms.isEnvironment(value)) {
            return value;
        }
        if (value.hasNonNull("default")) {
            return typed(value.get("default"), value);
        }
        unbound.add("Configuration '%s' has no value: write it under 'configuration' of this action.".formatted(name));
        return null;
    }

    private static JsonNode secret(String name, JsonNode value, List<String> unbound) {
        if (ValueForms.isEnvironment(value)) {
            return TextNode.valueOf(ValueForms.secret(value));
        }
        if (ValueForms.isVault(value)) {
            unbound.add(
                    "Secret '%s' is in Vault, which is not read here: write {type: env, key: NAME} and set blackstart.secrets.NAME."
                            .formatted(name));
            return null;
        }
        unbound.add("Secret '%s' stands in the plan: write {type: env, key: NAME} and set blackstart.secrets.NAME."
                .formatted(name));
        return null;
    }

    /** As {@code env_var_type} says; a value that is not of the type stays a text. */
    private static JsonNode typed(JsonNode value, JsonNode form) {
        if (!value.isTextual()) {
            return value;
        }
        String text = value.textValue().strip();
        try {
            return switch (form.path("env_var_type").asText("str")) {
                case "int" -> BigIntegerNode.valueOf(new BigInteger(text));
                case "float" -> DoubleNode.valueOf(Double.parseDouble(text));
                case "bool" -> BooleanNode.valueOf(List.of("1", "true", "t", "yes", "y", "on").contains(text.toLowerCase()));
                case "json" -> JSON.readTree(text);
                default -> value;
            };
        } catch (NumberFormatException | JsonProcessingException other) {
            return value;
        }
    }
}
