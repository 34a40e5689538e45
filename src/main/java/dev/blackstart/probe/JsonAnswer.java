package dev.blackstart.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

import dev.blackstart.catalogue.rule.JsonPaths;

/** Values that a JSONPath finds in an answer. */
final class JsonAnswer {

    private static final Configuration PATHS = Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider()).options(Option.ALWAYS_RETURN_LIST).build();

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
            JsonNode found = JsonPath.using(PATHS).parse(body == null ? "" : body).read(path);
            List<String> values = new ArrayList<>();
            StreamSupport.stream(found.spliterator(), false).filter(value -> !value.isNull())
                    .forEach(value -> values.add(value.isValueNode() ? value.asText() : value.toString()));
            return values;
        } catch (PathNotFoundException nothing) {
            return List.of();
        } catch (InvalidJsonException | IllegalArgumentException noJson) {
            throw new ProbeFailed("The answer is not JSON.", noJson);
        } catch (JsonPathException failed) {
            throw new ProbeFailed("The JSONPath could not be applied to the answer.", failed);
        }
    }
}
