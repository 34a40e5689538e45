package dev.blackstart.conduct.controlroom;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.ItemView;

/**
 * An item that failed, as the control room shows it.
 *
 * @param waiting what items do that wait for it and have not been released
 */
public record FailedLine(ItemLine item, List<String> waiting) {

    /** What the platform could not do. */
    public String words() {
        return words(item.failedStep());
    }

    static String words(String step) {
        return switch (String.valueOf(step)) {
            case "reveal" -> "could not be revealed";
            case "deadline" -> "could not be judged at its deadline";
            default -> "could not be released";
        };
    }

    static List<FailedLine> of(List<ItemView> views, List<ItemLine> lines) {
        return lines.stream().filter(ItemLine::isFailed)
                .map(line -> new FailedLine(line, waitingFor(line.key(), views, lines))).toList();
    }

    private static List<String> waitingFor(String key, List<ItemView> views, List<ItemLine> lines) {
        List<String> waiting = views.stream().filter(view -> view.releasedAt() == null && names(view.after(), key))
                .map(ItemView::key).toList();
        return lines.stream().filter(line -> line.isWaiting() && waiting.contains(line.key())).map(ItemLine::what).toList();
    }

    private static boolean names(JsonNode condition, String key) {
        return condition != null && StreamSupport.stream(condition.path("items").spliterator(), false)
                .anyMatch(item -> item.asText().equals(key));
    }
}
