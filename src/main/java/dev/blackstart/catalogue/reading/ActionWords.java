package dev.blackstart.catalogue.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDuration;

/** What a fault or a revert does, step by step. Settings of drivers without words of their own are listed by name. */
final class ActionWords {

    private ActionWords() {
    }

    /** Only a person can do it. */
    static boolean isManual(JsonNode action) {
        return action == null || action.path("driver").asText().equals("manual");
    }

    static List<Fact> fault(JsonNode fault) {
        if (fault == null) {
            return List.of(Fact.of("Fault", "None is given."));
        }
        Fact.Facts facts = new Fact.Facts();
        JsonNode select = fault.path("select");
        if (select.has("count")) {
            facts.add("Targets drawn", select.get("count").asText() + " of them, at random; what was drawn is recorded first");
        } else if (select.has("percent")) {
            facts.add("Targets drawn",
                    select.get("percent").asText() + " % of them, at random; what was drawn is recorded first");
        }
        return facts.addAll(action("", fault)).all();
    }

    static List<Fact> revert(JsonNode revert) {
        if (revert == null) {
            return List.of(Fact.of("Revert", "None is given: the exercise does not start."));
        }
        Fact.Facts facts = new Fact.Facts();
        if (revert.has("onlyIf")) {
            facts.add("Only if", "the probe " + revert.get("onlyIf").asText() + " is inside its tolerance");
        }
        facts.addAll(action("", revert));
        if (revert.has("otherwise")) {
            facts.addAll(action("Otherwise: ", revert.get("otherwise")));
        }
        JsonNode verify = revert.path("verify");
        return facts.add("Verified when", verify.isMissingNode() ? null
                : "the probe " + verify.path("probe").asText() + " stays inside its tolerance for "
                        + length(verify.path("for")))
                .all();
    }

    private static List<Fact> action(String before, JsonNode action) {
        Fact.Facts facts = new Fact.Facts();
        switch (action.path("driver").asText()) {
            case "manual" -> facts.add(before + "By hand", action.path("instruction").asText());
            case "process" -> facts.code(before + "Runs the command", joined(action.path("command"), " "));
            case "http" -> {
                facts.code(before + "Sends", action.path("method").asText("POST") + " " + action.path("url").asText());
                facts.code(before + "With the body", action.has("body") ? text(action.get("body")) : null);
                facts.add(before + "Done when the status is",
                        action.has("status") ? joined(action.get("status"), " or ") : "2xx");
            }
            case "sql" -> {
                facts.code(before + "Runs the statement", action.path("statement").asText());
                facts.code(before + "On the data source", action.path("datasource").asText());
            }
            default -> {
                facts.add(before + "Driver", action.path("driver").asText());
                action.properties().stream().filter(field -> !ActionWords.isCommon(field.getKey()))
                        .forEach(field -> facts.code(before + field.getKey(), text(field.getValue())));
            }
        }
        return facts.add(before + "Takes at most", action.has("deadline") ? length(action.get("deadline")) : null).all();
    }

    private static boolean isCommon(String field) {
        return List.of("driver", "deadline", "select", "onlyIf", "otherwise", "verify").contains(field);
    }

    static String length(JsonNode duration) {
        return PlanDuration.isDuration(duration.asText()) ? PlanDuration.of(duration.asText()).inWords() : duration.asText();
    }

    /** A list or a single value. */
    static String joined(JsonNode values, String gap) {
        return values.isArray() ? StreamSupport.stream(values.spliterator(), false).map(ActionWords::text)
                .collect(Collectors.joining(gap)) : text(values);
    }

    static String text(JsonNode value) {
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(field -> parts.add(field.getKey() + ": " + text(field.getValue())));
            return String.join(", ", parts);
        }
        return value.isArray() ? joined(value, ", ") : value.asText();
    }
}
