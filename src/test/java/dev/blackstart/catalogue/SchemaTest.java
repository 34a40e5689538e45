package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The schema that editors and the import share. */
class SchemaTest {

    private static final JsonNode SCHEMA = read();

    /** Closed by what they hand on to, each kind with its own keys. */
    private static final Set<String> CLOSED_BY_KIND = Set.of("/$defs/probe", "/$defs/action", "/$defs/fault", "/$defs/revert",
            "/$defs/otherwise");

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Path.of("exercises/plan.schema.json").toFile());
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @Test
    void schema_isOneBy2020_12() {
        assertThat(SCHEMA.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(SCHEMA)).isEmpty();
        assertThat(SCHEMA.toString()).doesNotContain("\"format\"");
    }

    @Test
    void schema_requiresWhatTheContractSays() {
        assertThat(texts(SCHEMA.path("required"))).containsExactly("key", "name", "type", "intensity", "environment", "owner",
                "team", "schedule", "roster", "timeline");
        assertThat(texts(SCHEMA.at("/$defs/drill/required"))).containsExactly("key", "kind", "title", "targets", "fault");
    }

    @Test
    void everyObject_isClosed() {
        List<String> open = new ArrayList<>();
        walk("", SCHEMA, (pointer, node) -> {
            if (node.path("properties").isObject() && !node.has("additionalProperties") && !CLOSED_BY_KIND.contains(pointer)
                    && !pointer.endsWith("/if")) {
                open.add(pointer);
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void everyProperty_isDescribed() {
        List<String> silent = new ArrayList<>();
        walk("", SCHEMA, (pointer, node) -> {
            if (pointer.endsWith("/if")) {
                return;
            }
            node.path("properties").properties().forEach(property -> {
                JsonNode said = property.getValue();
                if (said.isObject() && !said.has("description") && !SCHEMA.at(said.path("$ref").asText("#/none").substring(1))
                        .has("description")) {
                    silent.add(pointer + "/" + property.getKey());
                }
            });
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void everyBody_isOneOfTheSchemas() {
        List<String> bodies = new ArrayList<>();
        SCHEMA.at("/$defs/item/allOf/1/oneOf").forEach(branch -> bodies.addAll(texts(branch.path("required"))));
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(Body.KINDS);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static void walk(String pointer, JsonNode node, java.util.function.BiConsumer<String, JsonNode> visit) {
        if (node.isObject()) {
            visit.accept(pointer, node);
            node.properties().forEach(field -> walk(pointer + "/" + field.getKey(), field.getValue(), visit));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), visit);
            }
        }
    }
}
