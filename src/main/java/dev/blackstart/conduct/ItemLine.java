package dev.blackstart.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.web.Texts;

/**
 * A timeline item as control staff read it in a line.
 *
 * @param icon what kind of thing it is
 * @param what what it does, in a few words
 * @param sub to whom, or on what condition
 * @param deadline where an open expectation is missed, on the exercise clock; null where never
 * @param deadlineAt the same as an instant; null while the clock is stopped
 * @param drill the drill that it injects or reverts; null for other items
 * @param at where it is (or was) due on the exercise clock, or a word for what it waits for
 */
public record ItemLine(String key, String icon, String what, String sub, String says, String drill, String at, Instant dueAt,
        String state, String option, List<String> options, String kind, String deadline, Instant deadlineAt, String failure,
        String failedStep) {

    /** In the place of a time: it waits for what happens to another item. */
    public static final String CONDITIONAL = "conditional";

    public static List<ItemLine> of(List<ItemView> items, Exercise exercise) {
        ItemNames names = ItemNames.of(items, exercise);
        return items.stream().map(item -> of(item, exercise, names)).toList();
    }

    public static ItemLine of(ItemView item, Exercise exercise) {
        return of(List.of(item), exercise).get(0);
    }

    private static ItemLine of(ItemView item, Exercise exercise, ItemNames names) {
        Body body = Body.stored(item.body());
        String words = body instanceof Body.Handover handover ? names.handover(handover) : body.inWords(exercise.plan());
        boolean expected = item.deadline() != null && item.state().equals(ItemState.RELEASED.key());
        Instant deadlineAt = expected && exercise.clock.isRunning()
                ? exercise.clock.instantOf(ExerciseClock.micros(Duration.parse(item.deadline())))
                : null;
        return new ItemLine(item.key(), body.icon(), body instanceof Body.Message ? shortened(words) : words,
                sub(body, item, names), says(body), drill(body), at(item), item.dueAt(), item.state(), item.option(),
                body instanceof Body.Decision decision ? decision.options() : List.of(), item.kind(),
                expected ? Texts.clock(item.deadline()) : null, deadlineAt, item.failure(), item.failedStep());
    }

    private static String drill(Body body) {
        return body instanceof Body.Drill fault ? fault.drill() : body instanceof Body.Revert revert ? revert.drill() : null;
    }

    /** Releasing it arms a fault. */
    public boolean isArming() {
        return kind.equals("drill");
    }

    /** No single key arms a fault. @return null for none */
    public String getReleaseKey() {
        return isArming() ? null : "r";
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

    private static String sub(Body body, ItemView item, ItemNames names) {
        String whom = body.audience().isEmpty() ? null
                : (body instanceof Body.Message ? "to " : "for ") + names.people(body.audience());
        String when = item.after() == null ? null : condition(item.after(), names);
        return whom == null ? when : when == null ? whom : whom + " · " + when;
    }

    private static String condition(JsonNode after, ItemNames names) {
        if (after.has("reality")) {
            return "when " + names.reality(after.get("reality"));
        }
        return "after " + texts(after.path("items")).stream().map(names::title).collect(Collectors.joining(", ")) + " "
                + after.path("is").asText("").toLowerCase();
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
        return item.manual() != null ? "by hand" : CONDITIONAL;
    }

    /** In a line; characters stay whole. */
    public static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }
}
