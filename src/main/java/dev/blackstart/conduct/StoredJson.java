package dev.blackstart.conduct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.TimelineEntry;

/** The JSON that a timeline item keeps as text: its body and its condition. */
final class StoredJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredJson() {
    }

    /** Null for none. */
    static String of(TimelineEntry.After after) {
        return after == null ? null : MAPPER.valueToTree(after).toString();
    }

    /** Null for none. */
    static TimelineEntry.After after(String text) {
        try {
            return text == null ? null : MAPPER.readValue(text, TimelineEntry.After.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored condition cannot be read", impossible);
        }
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored body is not JSON", impossible);
        }
    }
}
