package dev.blackstart.journal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Entries that were written before entries named other exercises by ids alone. Rows are never changed, so what their texts say
 * of
 * another exercise is taken out when they are read; the hash of such a row is that of the stored text.
 */
final class EarlierEntries {

    /** Written into the journal of one exercise about the defects and actions of another. */
    private static final Set<String> CROSSING = Set.of("action-verified", "action-reopened", "defect-verified",
            "defect-reopened", "defect-withdrawn", "recurrence-alarm");

    /** Later entries of these types name the defect's id, and hold no more than their readers may know. */
    private static final String LATER = "defectId";

    private static final List<String> TEXTS = List.of("title", "owner", "kind", "due", "severity", "singlePoint", "until");

    private static final Set<String> CHECKED = Set.of("start-refused", "item-held", "exercise-cancelled");

    private static final Pattern TARGETS = Pattern
            .compile("Another running exercise uses the same targets; wait for its end: [^.]*\\.");

    private static final String NEUTRAL = "Something that this exercise needs is in use.";

    private EarlierEntries() {
    }

    static JsonNode readable(String type, JsonNode data) {
        if (!(data instanceof ObjectNode facts)) {
            return data;
        }
        if (CROSSING.contains(type) && !facts.has(LATER)) {
            facts.remove(TEXTS);
        } else if (CHECKED.contains(type)) {
            for (String field : List.of("advice", "reason")) {
                if (facts.path(field).isTextual()) {
                    facts.put(field, TARGETS.matcher(facts.get(field).asText()).replaceAll(NEUTRAL));
                }
            }
        }
        return facts;
    }
}
