package dev.blackstart.review.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * Everything that people wrote into a report.
 *
 * @param sections Markdown by key, none of it blank
 * @param fields by key
 */
public record ReportContent(Map<String, String> sections, Map<String, FieldValue> fields) {

    public static final ReportContent NOTHING = new ReportContent(Map.of(), Map.of());

    /** Of all sections together, in bytes of UTF-8. */
    static final int MOST_BYTES = 400 * 1_024;
    static final int MOST_LINES = 10_000;
    static final int MOST_SECTIONS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same with a change. @throws Problem 422 that names what is wrong */
    ReportContent with(ReportChange change) {
        Map<String, String> texts = new TreeMap<>(sections);
        if (change.sections() != null) {
            change.sections().forEach((key, text) -> put(texts, ReportSection.checked(key), text));
        }
        Map<String, FieldValue> values = new TreeMap<>(fields);
        if (change.fields() != null) {
            change.fields().forEach((key, value) -> put(values, ReportField.of(key), value));
        }
        ReportContent changed = new ReportContent(texts, values);
        changed.mustFit();
        return changed;
    }

    private static void put(Map<String, String> texts, String key, String text) {
        if (text == null || text.isBlank()) {
            texts.remove(key);
        } else {
            texts.put(key, TextLimits.atMost(MOST_BYTES, "sections." + key, text.replace("\r\n", "\n")).stripTrailing());
        }
    }

    private static void put(Map<String, FieldValue> values, ReportField field, FieldValue value) {
        if (value == null) {
            values.remove(field.key());
        } else {
            values.put(field.key(), value.checked(field));
        }
    }

    private void mustFit() {
        if (sections.size() > MOST_SECTIONS) {
            throw Problem.invalid("sections", "A report has at most %d sections; join some.".formatted(MOST_SECTIONS));
        }
        long bytes = sections.values().stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
        if (bytes > MOST_BYTES) {
            throw Problem.invalid("sections",
                    "The report's texts have %,d bytes, more than %,d; shorten them, or link to files."
                            .formatted(bytes, MOST_BYTES));
        }
        long lines = sections.values().stream().mapToLong(text -> text.lines().count()).sum();
        if (lines > MOST_LINES) {
            throw Problem.invalid("sections",
                    "The report's texts have %,d lines, more than %,d; shorten them, or link to files."
                            .formatted(lines, MOST_LINES));
        }
    }

    /** Keys of what differs from an earlier text: sections, then fields. */
    public List<String> changedSince(ReportContent before) {
        List<String> changed = new ArrayList<>(differing(before.sections, sections));
        changed.addAll(differing(before.fields, fields));
        return changed;
    }

    private static List<String> differing(Map<String, ?> before, Map<String, ?> now) {
        TreeMap<String, Object> all = new TreeMap<>(before);
        all.putAll(now);
        return all.keySet().stream().filter(key -> !Objects.equals(before.get(key), now.get(key))).toList();
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ReportContent read(byte[] json) {
        try {
            return JSON.readValue(json, ReportContent.class);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored report cannot be read", broken);
        }
    }
}
