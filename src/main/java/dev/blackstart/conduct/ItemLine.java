package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.planning.Exercise;
import dev.blackstart.web.Texts;

/**
 * A timeline item as control staff read it in a line.
 *
 * @param icon what kind of thing it is
 * @param what what it does, in a few words
 * @param sub to whom, or on what condition
 * @param at where it is (or was) due on the exercise clock, or a word for what it waits for
 */
public record ItemLine(String key, String icon, String what, String sub, String says, String at, Instant dueAt, String state,
        String option, List<String> options, String kind, String failure, String failedStep) {

    static List<ItemLine> of(List<ItemView> items, Exercise exercise) {
        return items.stream().map(item -> of(item, exercise)).toList();
    }

    static ItemLine of(ItemView item, Exercise exercise) {
        Body body = Body.stored(item.body());
        String words = body.inWords(exercise.plan());
        return new ItemLine(item.key(), icon(body), body instanceof Body.Message ? shortened(words) : words, sub(body, item),
                says(body), at(item), item.dueAt(),
                item.state(), item.option(), body instanceof Body.Decision decision ? decision.options() : List.of(),
                item.kind(), item.failure(), item.failedStep());
    }

    public boolean isFailed() {
        return failure != null;
    }

    public boolean isWaiting() {
        return state.equals("pending") || state.equals("held");
    }

    public boolean isOpen() {
        return state.equals("released") && !List.of("message", "drill", "revert", "callTree").contains(kind);
    }

    private static String icon(Body body) {
        return switch (body.kind()) {
            case "drill" -> "fault";
            case "callTree" -> "call";
            case "unreadable" -> "warning";
            default -> body.kind();
        };
    }

    private static String sub(Body body, ItemView item) {
        String whom = body.audience().isEmpty() ? null
                : (body instanceof Body.Message ? "to " : "of ") + String.join(", ", body.audience());
        String when = item.after() == null ? null
                : "after " + String.join(", ", texts(item.after().path("items"))) + " "
                        + item.after().path("is").asText("").toLowerCase();
        return whom == null ? when : when == null ? whom : whom + " · " + when;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(node -> node.asText()).toList();
    }

    private static String says(Body body) {
        return body instanceof Body.Message message ? message.text() : null;
    }

    private static String at(ItemView item) {
        if (item.due() != null) {
            return Texts.clock(item.due());
        }
        return item.manual() != null ? "by hand" : "if";
    }

    /** In a line; characters stay whole. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }
}
