package dev.blackstart.conduct;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseClock;
import dev.blackstart.web.Problem;

/**
 * An unplanned item as it is typed.
 *
 * @param to keys of people and teams, separated by commas
 * @param options of a decision, separated by commas
 * @param minutes from now on; null for at once
 */
public record AddForm(String kind, String to, String text, String options, Integer minutes, String field, String problem) {

    private static final int A_WEEK = 7 * 24 * 60;

    static final AddForm EMPTY = new AddForm("message", Addressing.EVERYONE, null, null, null, null, null);

    public String errorOf(String name) {
        return name.equals(field) || name.equals("to") && "of".equals(field) ? problem : null;
    }

    AddForm refused(Problem why) {
        return new AddForm(kind, to, text, options, minutes, why.field(), why.getMessage());
    }

    PlanDuration due(Exercise exercise, Instant now) {
        if (minutes == null || minutes <= 0) {
            return null;
        }
        if (minutes > A_WEEK) {
            throw Problem.invalid("minutes", "Give at most %,d minutes, a week.".formatted(A_WEEK));
        }
        return PlanDuration.of(ExerciseClock.text(exercise.clock.position(now) + 60_000_000L * minutes * exercise.clock.speed));
    }

    ObjectNode item() {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        ObjectNode body = item.putObject(String.valueOf(kind)).put("text", text);
        if ("decision".equals(kind)) {
            words(options).forEach(body.putArray("options")::add);
        } else if (!words(to).isEmpty()) {
            words(to).forEach(body.putArray("message".equals(kind) ? "to" : "of")::add);
        }
        return item;
    }

    private static List<String> words(String list) {
        return list == null ? List.of() : Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isBlank()).toList();
    }
}
