package dev.blackstart.conduct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in the columns of a timeline item. A damaged one concerns its item alone: pages and the other items go on. */
final class StoredJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredJson() {
    }

    /** The tree; of what cannot be read, an object that holds it as {@code unreadable}. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            return MAPPER.createObjectNode().put("unreadable", text);
        }
    }

    /** @throws IllegalStateException where it cannot be read */
    static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The stored text cannot be read: " + damaged.getOriginalMessage(), damaged);
        }
    }

    static String written(Object value) {
        return MAPPER.valueToTree(value).toString();
    }
}
