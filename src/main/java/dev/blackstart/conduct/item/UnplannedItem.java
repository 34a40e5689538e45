package dev.blackstart.conduct.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.importing.ItemReading;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * An item that a controller adds during conduct: checked like a plan's, but never a fault, a revert, a call tree or the end.
 *
 * @param key null for one that the platform chooses
 * @param due null for now
 * @param warnings what to know before it is sent
 */
public record UnplannedItem(String key, PlanDuration due, ObjectNode body, List<Violation> warnings) {

    private static final List<String> KINDS = List.of("message", "expectation", "task", "decision", "handover");
    private static final Set<String> BESIDE = Set.of("key", "at");
    private static final Pattern MISSING = Pattern.compile("'(\\w+)' is missing.*");

    /** @throws Problem 422 where it is no object, or has a text that cannot be stored */
    static void mustBeReadable(JsonNode item) {
        if (item == null || !item.isObject()) {
            throw Problem.invalid("body", "An item is an object with one of " + String.join(", ", KINDS) + ".");
        }
        mustFit("item", item);
    }

    private static void mustFit(String field, JsonNode node) {
        if (node.isTextual()) {
            TextLimits.atMost(TextLimits.TEXT, field, node.textValue());
        }
        node.properties().forEach(member -> {
            TextLimits.atMost(TextLimits.LINE, "item", member.getKey());
            mustFit(member.getKey(), member.getValue());
        });
        if (node.isArray()) {
            node.forEach(one -> mustFit(field, one));
        }
    }

    /** @throws Problem 422 with every violation, and the first one's field */
    static UnplannedItem of(JsonNode item, ItemReading reading, List<Violation> more) {
        List<Violation> violations = new ArrayList<>(kinds(item));
        if (violations.isEmpty()) {
            violations.addAll(reading.violations());
            violations.addAll(more);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(field(violations.get(0)),
                    String.join(" ", violations.stream().map(Violation::message).distinct().toList()))
                    .with("violations", violations).with("warnings", reading.warnings());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        KINDS.stream().filter(item::has).forEach(kind -> body.set(kind, item.get(kind)));
        return new UnplannedItem(item.path("key").textValue(), PlanDuration.of(item.path("at").textValue()), body,
                reading.warnings());
    }

    private static List<Violation> kinds(JsonNode item) {
        List<Violation> violations = new ArrayList<>();
        item.fieldNames().forEachRemaining(name -> {
            if (!BESIDE.contains(name) && !KINDS.contains(name)) {
                violations.add(new Violation("/" + name.replace("~", "~0").replace("/", "~1"), 1,
                        "An unplanned item has a key, at, and exactly one of " + String.join(", ", KINDS) + "."));
            }
        });
        return violations;
    }

    /** The last named part of the place, or what is missing there. */
    private static String field(Violation violation) {
        Matcher missing = MISSING.matcher(violation.message());
        if (missing.matches()) {
            return missing.group(1);
        }
        String name = violation.pointer().replaceFirst("(/\\d+)+$", "");
        return name.isEmpty() ? "body" : name.substring(name.lastIndexOf('/') + 1);
    }

    /** Keys of whom it addresses, by the field that names them; null where it addresses nobody by its kind. */
    static String addresseesIn(Body body) {
        return body instanceof Body.Message ? "to"
                : body instanceof Body.Expectation || body instanceof Body.Task ? "of" : null;
    }
}
