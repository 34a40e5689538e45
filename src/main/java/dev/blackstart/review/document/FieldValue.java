package dev.blackstart.review.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * A mandatory field's value, or why it does not apply: in JSON a text, or {@code {"notApplicable": "reason"}}.
 *
 * @param value null where it does not apply
 * @param notApplicable the reason; null where there is a value
 */
public record FieldValue(String value, String notApplicable) {

    private static final String REASON = "notApplicable";

    public static FieldValue of(String value) {
        return value == null ? null : new FieldValue(value, null);
    }

    public static FieldValue notApplicable(String reason) {
        return new FieldValue(null, reason);
    }

    /** What is neither becomes a value without anything, which {@link #checked} refuses. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FieldValue read(JsonNode json) {
        if (json.isTextual()) {
            return of(json.asText());
        }
        return json.isObject() && json.size() == 1 && json.path(REASON).isTextual() ? notApplicable(json.path(REASON).asText())
                : new FieldValue(null, null);
    }

    @JsonValue
    public JsonNode json() {
        return notApplicable == null ? JsonNodeFactory.instance.textNode(value)
                : JsonNodeFactory.instance.objectNode().put(REASON, notApplicable);
    }

    /** @throws Problem 422 that names the field */
    FieldValue checked(ReportField field) {
        if (notApplicable != null) {
            return notApplicable(TextLimits.reason(field.key(), notApplicable,
                    "Say why " + field.label().toLowerCase() + " does not apply.").strip());
        }
        if (value == null) {
            throw Problem.invalid(field.key(), "%s is a text, or {\"notApplicable\": \"reason\"}.".formatted(field.label()));
        }
        TextLimits.atMost(TextLimits.REASON, field.key(), value);
        if (value.isBlank()) {
            throw Problem.invalid(field.key(), "Give %s, or say why it does not apply.".formatted(field.label().toLowerCase()));
        }
        field.check(value.strip());
        return of(value.strip());
    }

    /** As a page and a document say it. */
    public String words() {
        return notApplicable == null ? value : "Not applicable: " + notApplicable;
    }
}
