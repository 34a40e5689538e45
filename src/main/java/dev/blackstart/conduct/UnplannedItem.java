package dev.blackstart.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Written;

/** Reads an item that a controller adds during conduct: like a plan's, but never a fault, a revert, a call tree or the end. */
final class UnplannedItem {

    private static final List<String> KINDS = List.of("message", "expectation", "task", "decision", "handover");
    private static final Set<String> BESIDE = Set.of("key", "at");
    private static final String KEY = "^[a-z0-9][a-z0-9.-]{0,63}$";

    private UnplannedItem() {
    }

    static String key(JsonNode item) {
        String key = item.path("key").asText(null);
        if (key != null && !key.matches(KEY)) {
            throw Problem.invalid("key", "A key has small letters, digits and dashes.");
        }
        return key;
    }

    static PlanDuration due(JsonNode item) {
        String at = item.path("at").asText(null);
        if (at != null && (!PlanDuration.isDuration(at) || at.startsWith("-"))) {
            throw Problem.invalid("at",
                    "at is an instant of the exercise clock, for example PT25M; without it the item is due now.");
        }
        return PlanDuration.of(at);
    }

    /** @throws Problem 422 that names the field */
    static ObjectNode body(JsonNode item) {
        if (item == null || !item.isObject()) {
            throw Problem.invalid("body", "An item has one of " + String.join(", ", KINDS) + ".");
        }
        List<String> fields = new ArrayList<>();
        item.fieldNames().forEachRemaining(fields::add);
        List<String> kinds = fields.stream().filter(field -> !BESIDE.contains(field)).toList();
        if (kinds.size() != 1 || !KINDS.contains(kinds.get(0)) || !item.get(kinds.get(0)).isObject()) {
            throw Problem.invalid(kinds.isEmpty() ? "body" : kinds.get(0),
                    "An unplanned item has a key, at, and exactly one of " + String.join(", ", KINDS) + ".");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(kinds.get(0), item.get(kinds.get(0)));
        JsonNode source = item.get(kinds.get(0));
        mustFit(source);
        check(Body.of(body), source);
        return body;
    }

    /** A length of time that cannot be read, or lies back, would stand in the way of all after it. */
    private static void mustFit(JsonNode source) {
        String within = source.path("within").asText("PT1S");
        if (!PlanDuration.isDuration(within) || within.startsWith("-")) {
            throw Problem.invalid("within", "within is a length of time, for example PT10M.");
        }
    }

    private static void check(Body body, JsonNode source) {
        if (body instanceof Body.Message && body.audience().isEmpty()) {
            throw Problem.invalid("to", "Say whom the message goes to: everyone, a person, a team, or a list.");
        }
        if (!(body instanceof Body.Handover) && source.path("text").asText("").isBlank()) {
            throw Problem.invalid("text", "Write the text.");
        }
        Written.atMost(Written.TEXT, "text", source.path("text").asText());
        Written.atMost(Written.LINE, "subject", source.path("subject").asText(null));
        Written.atMost(Written.LINE, "from", source.path("from").asText(null));
        if (body instanceof Body.Decision decision) {
            decision.options().forEach(option -> Written.atMost(Written.LINE, "options", option));
        }
        if (body instanceof Body.Decision decision && decision.options().size() < 2) {
            throw Problem.invalid("options", "A decision has at least two options.");
        }
        if (body instanceof Body.Handover handover) {
            mustBeSomebody("from", handover.from());
            mustBeSomebody("to", handover.to());
        }
        String field = body instanceof Body.Message ? "to" : "of";
        for (String key : body.audience()) {
            Written.atMost(Written.LINE, field, key);
            if (!key.equals(Addressing.EVERYONE) && Person.byKey(key) == null && Team.byKey(key) == null) {
                throw Problem.invalid(field, "There is no person or team '" + key + "'.");
            }
        }
    }

    private static void mustBeSomebody(String field, String key) {
        if (key == null || Person.byKey(key) == null) {
            throw Problem.invalid(field, "Name the person by key; a handover goes from one person to another.");
        }
    }
}
