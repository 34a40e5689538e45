package dev.blackstart.catalogue;

import static dev.blackstart.catalogue.TimelineEntry.text;
import static dev.blackstart.catalogue.TimelineEntry.texts;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a timeline item does when it is released. */
public sealed interface Body {

    List<String> KINDS = List.of("message", "drill", "revert", "callTree", "expectation", "task", "decision", "handover",
            "endex");

    /** The plan's own word for this kind of body. */
    String kind();

    /** Whose concern it is: keys of people and teams, or {@code everyone}; empty where it addresses nobody. */
    default List<String> audience() {
        return List.of();
    }

    /** What it is about, in a line; drills are called what the plan calls them. */
    String inWords(PlanDocument plan);

    /** The name of its icon. */
    default String icon() {
        return kind();
    }

    /**
     * What people who are not control staff read of it: nothing of where else it went, and no key of the plan.
     *
     * @param source as it is stored
     * @param drillId the id of the drill with a key
     */
    default JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
        return source;
    }

    /** @throws IllegalArgumentException when the object's one field names no known body */
    static Body of(JsonNode source) {
        String kind = source.fieldNames().next();
        JsonNode node = source.get(kind);
        return switch (kind) {
            case "message" -> new Message(texts(node.path("to")), text(node, "from"), texts(node.path("channels")),
                    text(node, "subject"), text(node, "text"));
            case "drill" -> new Drill(node.asText());
            case "revert" -> new Revert(node.asText());
            case "callTree" -> new CallTree(node.asText());
            case "expectation" -> new Expectation(texts(node.path("of")), text(node, "text"),
                    PlanDuration.of(text(node, "within")), node.path("points").asInt());
            case "task" -> new Task(texts(node.path("of")), text(node, "text"));
            case "decision" -> new Decision(text(node, "text"), texts(node.path("options")));
            case "handover" -> new Handover(text(node, "from"), text(node, "to"));
            case "endex" -> new Endex();
            default -> throw new IllegalArgumentException("'" + kind + "' is none of " + String.join(", ", KINDS));
        };
    }

    /**
     * As {@link #of}, for what was stored: one that cannot be read is an {@link Unreadable}, and nothing else fails with it.
     */
    static Body stored(JsonNode source) {
        try {
            return of(source);
        } catch (RuntimeException unreadable) {
            return new Unreadable(unreadable.getMessage());
        }
    }

    record Message(List<String> to, String from, List<String> channels, String subject, String text) implements Body {

        /** The text as people receive it. */
        public String marked() {
            return ExerciseMark.before(text);
        }

        @Override
        public String kind() {
            return "message";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return subject != null ? subject : text;
        }

        @Override
        public JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            shown.putObject(kind()).put("from", from).put("subject", subject).put("text", text);
            return shown;
        }

        @Override
        public List<String> audience() {
            return to;
        }
    }

    record Drill(String drill) implements Body {
        @Override
        public String kind() {
            return "drill";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return plan.title(drill);
        }

        @Override
        public String icon() {
            return "fault";
        }

        @Override
        public JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
            return JsonNodeFactory.instance.objectNode().put(kind(), drillId.apply(drill).toString());
        }
    }

    record Revert(String drill) implements Body {
        @Override
        public String kind() {
            return "revert";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return "Revert: " + plan.title(drill);
        }

        @Override
        public JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
            return JsonNodeFactory.instance.objectNode().put(kind(), drillId.apply(drill).toString());
        }
    }

    record CallTree(String tree) implements Body {
        @Override
        public String kind() {
            return "callTree";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return "Call tree " + tree;
        }

        @Override
        public String icon() {
            return "call";
        }

        @Override
        public JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
            return JsonNodeFactory.instance.objectNode().put(kind(), item.toString());
        }
    }

    /** Without {@code within} it is never missed by itself. */
    record Expectation(List<String> of, String text, PlanDuration within, int points) implements Body {
        @Override
        public String kind() {
            return "expectation";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return text;
        }

        @Override
        public JsonNode disclosed(JsonNode source, UUID item, Function<String, UUID> drillId) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            shown.putObject(kind()).put("text", text);
            return shown;
        }

        @Override
        public List<String> audience() {
            return of;
        }
    }

    record Task(List<String> of, String text) implements Body {
        @Override
        public String kind() {
            return "task";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return text;
        }

        @Override
        public List<String> audience() {
            return of;
        }
    }

    record Decision(String text, List<String> options) implements Body {
        @Override
        public String kind() {
            return "decision";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return text;
        }
    }

    record Handover(String from, String to) implements Body {
        @Override
        public String kind() {
            return "handover";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return from + " hands over to " + to;
        }
    }

    record Endex() implements Body {
        @Override
        public String kind() {
            return "endex";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return "ENDEX";
        }
    }

    /** A stored body that is none: its item fails when its time comes. */
    record Unreadable(String why) implements Body {
        @Override
        public String kind() {
            return "unreadable";
        }

        @Override
        public String inWords(PlanDocument plan) {
            return "An item that cannot be read";
        }

        @Override
        public String icon() {
            return "warning";
        }
    }
}
