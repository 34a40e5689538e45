package dev.blackstart.conduct.item;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.people.Addressees;
import dev.blackstart.problem.Problem;

/**
 * An unplanned item as it is typed.
 *
 * @param to keys of people and teams, separated by commas
 * @param options of a decision, separated by commas
 * @param minutes from now on; null for at once
 * @param warnings what to know before it is sent
 */
public record AddForm(String kind, String to, String text, String options, String minutes, String field, String problem,
        List<Violation> warnings) {

    private static final int A_WEEK = 7 * 24 * 60;

    public static final AddForm EMPTY = new AddForm("message", Addressees.EVERYONE, null, null, null, null, null, List.of());

    public String errorOf(String name) {
        return name.equals(field) || name.equals("to") && "of".equals(field) ? problem : null;
    }

    public AddForm refused(Problem why) {
        return new AddForm(kind, to, text, options, minutes, why.field(), why.getMessage(), List.of());
    }

    public AddForm doubtful(List<Violation> found) {
        return new AddForm(kind, to, text, options, minutes, null, null, found);
    }

    private String due(Exercise exercise, Instant now) {
        if (!minutes.matches("\\d{1,6}") || Integer.parseInt(minutes) > A_WEEK) {
            throw Problem.invalid("minutes", "Give the minutes from now as a number, at most %,d, a week.".formatted(A_WEEK));
        }
        long ahead = 60_000_000L * Integer.parseInt(minutes) * exercise.clock.speed;
        return ahead == 0 ? null : ExerciseClock.text(exercise.clock.position(now) + ahead);
    }

    /** As a plan writes it. */
    public ObjectNode item(Exercise exercise, Instant now) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        String at = minutes == null || minutes.isBlank() ? null : due(exercise, now);
        if (at != null) {
            item.put("at", at);
        }
        ObjectNode body = item.putObject(String.valueOf(kind));
        if (text != null) {
            body.put("text", text);
        }
        if ("decision".equals(kind)) {
            entries(options).forEach(body.putArray("options")::add);
        } else if (!words(to).isEmpty()) {
            words(to).forEach(body.putArray("message".equals(kind) ? "to" : "of")::add);
        }
        return item;
    }

    /** An option may have several words. */
    private static List<String> entries(String list) {
        return list == null ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    private static List<String> words(String list) {
        return list == null ? List.of() : Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isBlank()).toList();
    }
}
