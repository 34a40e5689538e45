package dev.blackstart.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.drills.Drill;

/** What an item says to people who are not control staff: nothing of where else it went, and no key of the plan. */
public final class Disclosure {

    private Disclosure() {
    }

    public static JsonNode body(TimelineItem item) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (item.body() instanceof Body.Message message) {
            body.putObject(item.kind).put("from", message.from()).put("subject", message.subject()).put("text", message.text());
        } else if (item.body() instanceof Body.Drill drill) {
            body.put(item.kind, Drill.of(item.exerciseId, drill.drill()).id.toString());
        } else if (item.body() instanceof Body.Revert revert) {
            body.put(item.kind, Drill.of(item.exerciseId, revert.drill()).id.toString());
        } else if (item.body() instanceof Body.Expectation expectation) {
            body.putObject(item.kind).put("text", expectation.text());
        } else if (item.body() instanceof Body.CallTree) {
            body.put(item.kind, item.id.toString());
        } else {
            return item.source();
        }
        return body;
    }
}
