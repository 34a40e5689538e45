package dev.blackstart.catalogue.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.blackstart.catalogue.PlanDuration;

/** Compares the parsed trees of two revisions: which parts were added, removed or changed, in words. */
final class PlanComparison {

    private static final String GAP = " › ";
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("callTrees", "Call trees"),
            Map.entry("offLimits", "Never touched"),
            Map.entry("simCell", "Simulated parties"),
            Map.entry("outOfPlay", "Out of play"), Map.entry("maxDuration", "lasts at most"),
            Map.entry("onNoDuff", "on NO DUFF"), Map.entry("timeKnownTo", "exact start known to"),
            Map.entry("knownDegraded", "known degraded"), Map.entry("onlyIf", "only if"), Map.entry("at", "time"),
            Map.entry("coverName", "Players read"), Map.entry("title", "title"));

    private final PlanNames before;
    private final PlanNames after;
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanComparison(PlanNames before, PlanNames after) {
        this.before = before;
        this.after = after;
    }

    static List<PlanChange> of(JsonNode before, PlanNames namesBefore, JsonNode after, PlanNames namesAfter) {
        PlanComparison comparison = new PlanComparison(namesBefore, namesAfter);
        comparison.object("", before, after);
        return List.copyOf(comparison.changes);
    }

    private void compare(String where, JsonNode old, JsonNode now) {
        if (old.equals(now)) {
            return;
        }
        if (old.isObject() && now.isObject()) {
            object(where, old, now);
        } else if (isListOfParts(old) || isListOfParts(now)) {
            list(where, old, now);
        } else {
            changes.add(new PlanChange(where, old.isMissingNode() || old.isNull() ? null : text(old, before),
                    now.isMissingNode() || now.isNull() ? null : text(now, after)));
        }
    }

    private void object(String where, JsonNode old, JsonNode now) {
        Set<String> fields = new LinkedHashSet<>();
        now.fieldNames().forEachRemaining(fields::add);
        old.fieldNames().forEachRemaining(fields::add);
        fields.forEach(field -> compare(joined(where, word(field, where.isEmpty())), old.path(field), now.path(field)));
    }

    /** Parts are the same where they are called the same, wherever they moved to. */
    private void list(String where, JsonNode old, JsonNode now) {
        Map<String, JsonNode> olds = parts(old);
        Map<String, JsonNode> news = parts(now);
        Set<String> all = new LinkedHashSet<>(news.keySet());
        all.addAll(olds.keySet());
        all.forEach(id -> {
            JsonNode one = olds.getOrDefault(id, MissingNode.getInstance());
            JsonNode other = news.getOrDefault(id, MissingNode.getInstance());
            compare(joined(where, name(other.isMissingNode() ? one : other, other.isMissingNode() ? before : after)), one,
                    other);
        });
        List<String> kept = olds.keySet().stream().filter(news::containsKey).toList();
        if (!kept.equals(news.keySet().stream().filter(olds::containsKey).toList())) {
            changes.add(new PlanChange(where, "the order of before", "another order"));
        }
    }

    private static boolean isListOfParts(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    private static Map<String, JsonNode> parts(JsonNode list) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        for (JsonNode part : list) {
            String id = part.has("key") ? part.get("key").asText()
                    : part.has("person") ? part.get("person").asText() + " " + part.path("role").asText()
                            : Stream.of("onDuty", "for", "alert").filter(part::has).map(name -> part.get(name).asText())
                                    .findFirst().orElse("");
            String unique = id;
            for (int i = 2; parts.containsKey(unique); i++) {
                unique = id + " " + i;
            }
            parts.put(unique, part);
        }
        return parts;
    }

    /** What a part is called. */
    private static String name(JsonNode part, PlanNames names) {
        String key = part.path("key").asText();
        if (!key.isEmpty() && names.plan().timeline().stream().anyMatch(item -> key.equals(item.key()))
                && !part.has("title")) {
            return "“" + names.item(key) + "”";
        }
        if (part.has("person")) {
            return names.person(part.get("person").asText()) + (part.has("role") ? ", " + part.get("role").asText() : "");
        }
        return Stream.of("title", "name", "text", "for", "alert", "onDuty", "key").filter(part::has)
                .map(field -> part.get(field).asText()).findFirst().orElse("part");
    }

    private static String text(JsonNode value, PlanNames names) {
        if (value.isTextual()) {
            String text = value.asText();
            String known = names.known(text);
            return PlanDuration.isDuration(text) ? TimelineWords.signed(PlanDuration.of(text)) : known == null ? text : known;
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part, names)));
            return String.join(", ", parts);
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(field -> parts.add(word(field.getKey(), false) + ": " + text(field.getValue(), names)));
            return String.join("; ", parts);
        }
        return value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asText();
    }

    private static String word(String field, boolean first) {
        String word = WORDS.getOrDefault(field, field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase());
        return first ? word.substring(0, 1).toUpperCase() + word.substring(1) : word;
    }

    private static String joined(String where, String part) {
        return where.isEmpty() ? part : where + GAP + part;
    }
}
