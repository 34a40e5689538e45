package dev.blackstart.probe;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

import dev.blackstart.catalogue.rule.JsonPaths;

/** Values that a JSONPath finds in an answer. */
final class JsonAnswer {

    private static final Configuration PATHS = Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider()).build();

    private JsonAnswer() {
    }

    /**
     * Empty where the path finds nothing; null is nothing.
     *
     * @throws ProbeFailed where the answer is no JSON or the path is none
     */
    static List<String> find(String body, String path) {
        String flaw = JsonPaths.flaw(path);
        if (flaw != null) {
            throw new ProbeFailed(flaw);
        }
        try {
            JsonPath compiled = JsonPath.compile(path);
            Object found = JsonPath.using(PATHS).parse(body == null ? "" : body).read(compiled);
            return compiled.isDefinite() ? texts(Stream.of(found)) : texts(stream((JsonNode) found));
        } catch (PathNotFoundException nothing) {
            return List.of();
        } catch (InvalidJsonException | IllegalArgumentException noJson) {
            throw new ProbeFailed("The answer is not JSON.", noJson);
        } catch (JsonPathException failed) {
            throw new ProbeFailed("The JSONPath could not be applied to the answer.", failed);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A function gives a plain number or text. */
    private static List<String> texts(Stream<?> found) {
        return found.filter(value -> !(value instanceof JsonNode node && node.isNull()))
                .map(value -> value instanceof JsonNode node && node.isValueNode() ? node.asText() : value.toString()).toList();
    }
}
