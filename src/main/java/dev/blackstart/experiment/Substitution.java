package dev.blackstart.experiment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Puts values in the place of <code>${name}</code>. A text that is exactly one name takes the value's own type; unknown names
 * stay
 * as they are written.
 */
public final class Substitution {

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}:]+)}");

    /** By type of provider; nothing is put into any other key of it. */
    private static final Map<String, Set<String>> FILLED = Map.of("http", Set.of("url", "headers", "timeout", "arguments"),
            "process", Set.of("arguments"), "python", Set.of("arguments"));

    private final Map<String, JsonNode> values;

    public Substitution(Map<String, JsonNode> values) {
        this.values = Map.copyOf(values);
    }

    /** In all texts of a tree; keys stay as they are. */
    public JsonNode in(JsonNode tree) {
        if (tree.isTextual()) {
            return text(tree.textValue());
        }
        if (tree.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            tree.forEach(one -> list.add(in(one)));
            return list;
        }
        if (tree.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(one -> object.set(one.getKey(), in(one.getValue())));
            return object;
        }
        return tree;
    }

    /** In those keys of a provider in which Chaos Toolkit does; what runs, such as a path or a module, is never replaced. */
    public JsonNode inProvider(JsonNode provider) {
        if (!(provider instanceof ObjectNode written)) {
            return provider;
        }
        ObjectNode filled = written.deepCopy();
        FILLED.getOrDefault(written.path("type").asText(), Set.of()).stream().filter(written::has)
                .forEach(key -> filled.set(key, in(written.get(key))));
        return filled;
    }

    /** Empty for a name without one. */
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private JsonNode text(String text) {
        Matcher whole = NAME.matcher(text);
        if (whole.matches() && values.containsKey(whole.group(1))) {
            return values.get(whole.group(1));
        }
        return TextNode.valueOf(whole.reset().replaceAll(found -> {
            JsonNode value = values.get(found.group(1));
            return Matcher.quoteReplacement(
                    value == null ? found.group() : value.isContainerNode() ? value.toString() : value.asText());
        }));
    }

    /** Names in a tree that have no value. */
    public Set<String> unknown(JsonNode tree) {
        Set<String> unknown = new TreeSet<>();
        if (tree.isTextual()) {
            NAME.matcher(tree.textValue()).results().map(found -> found.group(1)).filter(name -> !values.containsKey(name))
                    .forEach(unknown::add);
        }
        tree.forEach(one -> unknown.addAll(unknown(one)));
        return unknown;
    }
}
