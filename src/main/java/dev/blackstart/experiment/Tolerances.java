package dev.blackstart.experiment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;

import dev.blackstart.time.TimedText;
import dev.blackstart.time.TimedText.SearchTooLong;

/** Compares a probe's output with its tolerance, as Chaos Toolkit does. */
public final class Tolerances {

    private static final Duration REGEX_LIMIT = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "status";
    private static final Configuration PATHS = Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider(JSON))
            .mappingProvider(new JacksonMappingProvider(JSON)).options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
            .build();

    private final Substitution values;
    private final BiFunction<JsonNode, JsonNode, JsonNode> asProbe;

    /** @param asProbe calls a provider with a value, for a tolerance that is itself a probe */
    public Tolerances(Substitution values, BiFunction<JsonNode, JsonNode, JsonNode> asProbe) {
        this.values = values;
        this.asProbe = asProbe;
    }

    /** A comparison that cannot be made is not met. */
    public boolean isMet(JsonNode tolerance, JsonNode output) {
        JsonNode wanted = tolerance.isTextual() ? values.in(tolerance) : tolerance;
        if (wanted.isArray()) {
            return isInList(wanted, output);
        } else if (wanted.isObject()) {
            return isMetByType(wanted, output);
        } else if (wanted.isIntegralNumber() && output.has(STATUS)) {
            return isSame(wanted, output.get(STATUS));
        }
        return isSame(wanted, output);
    }

    private static boolean isInList(JsonNode wanted, JsonNode output) {
        if (!output.has(STATUS) && wanted.size() == 2 && wanted.get(0).isNumber() && wanted.get(1).isNumber()) {
            return isBetween(wanted, output);
        }
        JsonNode value = output.has(STATUS) ? output.get(STATUS) : output;
        for (JsonNode one : wanted) {
            if (isSame(one, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMetByType(JsonNode tolerance, JsonNode output) {
        JsonNode value = tolerance.has("target") ? output.path(tolerance.get("target").asText()) : output;
        return switch (tolerance.path("type").asText()) {
            case "regex" -> isFound(tolerance.path("pattern"), value);
            case "jsonpath" -> matches(tolerance, value);
            case "range" -> isBetween(tolerance.path("range"), value);
            case "probe" -> isTruthy(asProbe.apply(tolerance.path("provider"), output));
            default -> false;
        };
    }

    private boolean isFound(JsonNode pattern, JsonNode value) {
        String text = value.isContainerNode() ? value.toString() : value.asText();
        try {
            return TimedText.contains(text, PythonRegex.compile(values.in(pattern).asText()), REGEX_LIMIT);
        } catch (SearchTooLong | PatternSyntaxException unusable) {
            return false;
        }
    }

    private boolean matches(JsonNode tolerance, JsonNode value) {
        JsonNode document = value.isTextual() ? parsed(value.textValue()) : value;
        if (document.isMissingNode() || document.isNull()) {
            return false;
        }
        ArrayNode found;
        try {
            found = JsonPath.using(PATHS).parse(document).read(values.in(tolerance.path("path")).asText());
        } catch (JsonPathException | IllegalArgumentException broken) {
            return false;
        }
        if (tolerance.has("expect")) {
            JsonNode expect = values.in(tolerance.get("expect"));
            return expect.isArray() ? isSame(expect, found) : found.size() == 1 && isSame(expect, found.get(0));
        }
        return tolerance.has("count") ? found.size() == tolerance.get("count").asInt() : !found.isEmpty();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isBetween(JsonNode range, JsonNode value) {
        BigDecimal number = number(value);
        BigDecimal lowest = number(range.path(0));
        BigDecimal highest = number(range.path(1));
        return number != null && lowest != null && highest != null && lowest.compareTo(number) <= 0
                && number.compareTo(highest) <= 0;
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return isFinite(value) ? value.decimalValue() : null;
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return text.length() < 100 && text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?") ? new BigDecimal(text)
                : null;
    }

    /** A target may answer 1e999, which is a number to JSON and no decimal. */
    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && (!value.isDouble() || Double.isFinite(value.doubleValue()));
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> isFinite(left) && isFinite(right) ? left.decimalValue().compareTo(right.decimalValue())
                        : left.equals(right) ? 0 : 1,
                other);
    }

    private static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> !isFinite(value) || value.decimalValue().signum() != 0;
            case STRING -> !value.textValue().isEmpty();
            case ARRAY, OBJECT -> !value.isEmpty();
            default -> false;
        };
    }
}
