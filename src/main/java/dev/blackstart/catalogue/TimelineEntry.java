package dev.blackstart.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One line of a plan's timeline: when (exactly one of {@code at}, {@code after}, {@code manual}) and what.
 *
 * @param key unique in the plan
 * @param at instant on the exercise clock, or null
 * @param after condition on other items, a drill or a probe, or null
 * @param manual released only by hand
 * @param forEach {@code teams}, or null
 * @param reveal instant on the exercise clock at which players may see the item, or null
 * @param assume {@code met} or {@code missed}: what a rehearsal assumes of an expectation, or null
 * @param retests defects that an expectation is to prove mended, by reference or id; never null
 * @param body what it does
 * @param source the body as the plan writes it, an object of one field: {@code {"message": {…}}}
 */
public record TimelineEntry(String key, PlanDuration at, After after, boolean manual, String forEach, PlanDuration reveal,
        String assume, List<String> retests, Body body, ObjectNode source) {

    /** @throws IllegalArgumentException when the node has no known body */
    @JsonCreator
    public static TimelineEntry of(ObjectNode node) {
        String kind = Body.KINDS.stream().filter(node::has).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an item needs one of " + String.join(", ", Body.KINDS)));
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.set(kind, node.get(kind));
        return new TimelineEntry(node.path("key").asText(null), PlanDuration.of(text(node, "at")),
                node.has("after") ? After.of(node.get("after")) : null, node.path("manual").asBoolean(),
                text(node, "forEach"), PlanDuration.of(text(node.path("reveal"), "at")), text(node, "assume"),
                texts(node.path("retests")), Body.of(source), source);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> texts.add(one.asText()));
        } else if (node.isTextual()) {
            texts.add(node.asText());
        }
        return List.copyOf(texts);
    }

    /** What must have happened to another item. */
    public enum Is {
        RELEASED,
        COMPLETED,
        MISSED,
        CHOSEN
    }

    /**
     * A condition on other items, or on what a drill or a probe shows.
     *
     * @param items keys; one or more, none with {@code reality}
     * @param is what must have happened to them; null with {@code reality}
     * @param option the option that must have been chosen, or null for any
     * @param all every item, not only the first
     * @param delay wait after the condition came true, or null
     * @param orAt release at this instant of the exercise clock if the condition has not come true, or null
     * @param reality what the story follows instead of other items, or null
     */
    public record After(List<String> items, Is is, String option, boolean all, PlanDuration delay, PlanDuration orAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Reality reality) {
        static After of(JsonNode node) {
            Reality reality = node.has("item") ? null : Reality.of(node);
            Is is = reality == null ? Is.valueOf(node.path("is").asText("released").toUpperCase(Locale.ROOT)) : null;
            return new After(texts(node.path("item")), is, text(node, "option"), "all".equals(text(node, "of")),
                    PlanDuration.of(text(node, "delay")), PlanDuration.of(text(node, "orAt")), reality);
        }

        /** The same condition on items of other keys. */
        public After on(List<String> others) {
            return new After(others, is, option, all, delay, orAt, reality);
        }
    }
}
