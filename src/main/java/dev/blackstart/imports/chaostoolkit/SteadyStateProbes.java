package dev.blackstart.imports.chaostoolkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.experiment.Activities;
import dev.blackstart.experiment.Arguments;
import dev.blackstart.experiment.PythonRegex;

/**
 * Probes of the hypothesis as probes of the plan, which are sampled through the whole exercise. One that a plan cannot express
 * is still checked by the drill, before and after its method; a warning says so.
 */
final class SteadyStateProbes {

    private static final String CHECKED = " The drill still checks it, before and after the method.";
    private static final String EVERY = "PT5S";

    private final JsonNode experiment;
    private final ConversionNotes notes;
    private final ArrayNode probes = JsonNodeFactory.instance.arrayNode();
    private final Set<String> keys = new LinkedHashSet<>();

    SteadyStateProbes(JsonNode experiment, ConversionNotes notes) {
        this.experiment = experiment;
        this.notes = notes;
        PlanNode hypothesis = new PlanNode("", experiment).at("steady-state-hypothesis");
        hypothesis.each("probes").forEach(this::probe);
    }

    ArrayNode probes() {
        return probes;
    }

    private void probe(PlanNode written) {
        JsonNode activity = Activities.resolved(written.node(), experiment);
        JsonNode provider = activity.path("provider");
        String name = Activities.nameOf(activity);
        if (needsValues(provider) || activity.path("tolerance").toString().contains("${")) {
            notes.warn(written.pointer(),
                    "'%s' uses values of the configuration, so it is not sampled.%s".formatted(name, CHECKED));
            return;
        }
        ObjectNode tolerance = JsonNodeFactory.instance.objectNode();
        String why = new ToleranceMapping(provider.path("type").asText(), activity.path("tolerance")).into(tolerance);
        ObjectNode probe = JsonNodeFactory.instance.objectNode();
        String key = PlanKeys.unique(name, keys);
        probe.put("key", key);
        if (why == null) {
            why = measured(provider, probe);
        }
        if (why != null) {
            notes.warn(written.pointer(), "'%s' is not sampled: %s%s".formatted(name, why, CHECKED));
            return;
        }
        keys.add(key);
        probe.put("every", EVERY);
        probe.set("tolerance", tolerance);
        notes.mapped(written.pointer(), "/probes/" + probes.size());
        probes.add(probe);
    }

    private static boolean needsValues(JsonNode provider) {
        return provider.toString().contains("${");
    }

    /** @return why not, or null */
    private static String measured(JsonNode provider, ObjectNode probe) {
        return switch (provider.path("type").asText()) {
            case "http" -> http(provider, probe);
            case "process" -> process(provider, probe);
            default -> "it calls Python.";
        };
    }

    private static String http(JsonNode provider, ObjectNode probe) {
        String method = provider.path("method").asText("GET").toUpperCase();
        if (!List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE").contains(method)) {
            return "a probe cannot use the method %s.".formatted(method);
        }
        if (provider.has("arguments")) {
            return "it sends arguments.";
        }
        probe.put("type", "http").put("url", provider.path("url").asText());
        if (!method.equals("GET")) {
            probe.put("method", method);
        }
        if (provider.path("headers").isObject() && !provider.get("headers").isEmpty()) {
            ObjectNode headers = probe.putObject("headers");
            provider.get("headers").properties().forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        }
        return null;
    }

    private static String process(JsonNode provider, ObjectNode probe) {
        ArrayNode command = JsonNodeFactory.instance.arrayNode().add(provider.path("path").asText());
        Arguments.of(provider.path("arguments")).forEach(command::add);
        probe.put("type", "process").set("command", command);
        return null;
    }

    /** A tolerance in the words of a plan's probe. */
    private record ToleranceMapping(String provider, JsonNode tolerance) {

        private static final int LOWEST_STATUS = 100;
        private static final int HIGHEST_STATUS = 599;
        private static final int HIGHEST_EXIT = 255;

        /** @return why there are no such words, or null */
        String into(ObjectNode into) {
            boolean http = provider.equals("http");
            if (tolerance.isIntegralNumber()) {
                return isStatus(tolerance, http) ? put(into, "status", tolerance)
                        : "%s is no status.".formatted(tolerance.asText());
            } else if (tolerance.isArray()) {
                boolean all = !tolerance.isEmpty();
                for (JsonNode one : tolerance) {
                    all &= isStatus(one, http);
                }
                return all ? put(into, "status", tolerance) : "its list is not one of statuses.";
            } else if (!tolerance.isObject()) {
                return "its output is an object, which never equals '%s'.".formatted(tolerance.asText());
            }
            String target = tolerance.path("target").asText(http ? "body" : "stdout");
            boolean output = target.equals(http ? "body" : "stdout");
            return switch (tolerance.path("type").asText()) {
                case "regex" -> output
                        ? put(into, "body",
                                JsonNodeFactory.instance.textNode(PythonRegex.java(tolerance.path("pattern").asText())))
                        : "a regex on '%s' has no words in a plan.".formatted(target);
                case "jsonpath" -> http && output ? jsonPath(into) : "a JSONPath needs the body of an http answer.";
                case "range" -> !http && output ? put(into, "range", tolerance.path("range")) : range(into, target, http);
                default -> "its tolerance is another probe.";
            };
        }

        private static boolean isStatus(JsonNode one, boolean http) {
            return one.isIntegralNumber() && one.asInt() >= (http ? LOWEST_STATUS : 0)
                    && one.asInt() <= (http ? HIGHEST_STATUS : HIGHEST_EXIT);
        }

        private String jsonPath(ObjectNode into) {
            JsonNode expect = tolerance.path("expect");
            boolean single = expect.isArray() && expect.size() == 1 && expect.get(0).isValueNode();
            if (expect.isContainerNode() && !single || expect.isNull()) {
                return "a plan's probe compares a JSONPath with one value.";
            }
            if (expect.isMissingNode() && tolerance.has("count")) {
                return "a plan's probe does not count matches.";
            }
            into.set("jsonPath", tolerance.path("path"));
            return expect.isMissingNode() ? null : put(into, "value", single ? expect.get(0) : expect);
        }

        /** Statuses between two, where they are few. */
        private String range(ObjectNode into, String target, boolean http) {
            JsonNode lowest = tolerance.path("range").path(0);
            JsonNode highest = tolerance.path("range").path(1);
            if (!target.equals("status") || !isStatus(lowest, http) || !isStatus(highest, http)) {
                return "a range of '%s' has no words in a plan.".formatted(target);
            }
            ArrayNode all = into.putArray("status");
            for (int status = lowest.asInt(); status <= highest.asInt(); status++) {
                all.add(status);
            }
            return all.isEmpty() ? "its range is empty." : null;
        }

        private static String put(ObjectNode into, String key, JsonNode value) {
            into.set(key, value);
            return null;
        }
    }
}
