package dev.blackstart.directory.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.people.DirectoryChange;

/** A change of an entry in a person's words. */
public record ChangeView(Instant at, String actor, String verb, List<Line> lines) {

    private static final int MOST = 50;

    /** @param before null for nothing */
    public record Line(String field, String before, String after) {
    }

    /** Reads what was kept. */
    @ApplicationScoped
    public static class Reader {

        private final ObjectMapper mapper;

        Reader(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        public List<ChangeView> of(DirectoryChange.Kind kind, String entry) {
            return DirectoryChange.of(kind, entry, MOST).stream()
                    .map(change -> new ChangeView(change.createdAt, change.actor, change.verb, lines(change))).toList();
        }

        private List<Line> lines(DirectoryChange change) {
            JsonNode before = tree(change.before);
            JsonNode after = tree(change.after);
            Set<String> fields = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(fields::add);
            after.fieldNames().forEachRemaining(fields::add);
            return fields.stream().map(field -> new Line(field, words(before.path(field)), words(after.path(field))))
                    .filter(line -> line.before() != null || line.after() != null).toList();
        }

        private JsonNode tree(String json) {
            try {
                return json == null ? mapper.createObjectNode() : mapper.readTree(json);
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("a change of the directory cannot be read", broken);
            }
        }

        private static String words(JsonNode value) {
            if (value.isArray()) {
                List<String> elements = new ArrayList<>();
                value.forEach(one -> elements.add(one.asText()));
                return elements.isEmpty() ? null : String.join(", ", elements);
            }
            return value.isMissingNode() || value.isNull() ? null : value.asText();
        }
    }
}
