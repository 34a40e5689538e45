package dev.blackstart.catalogue.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;

import dev.blackstart.web.Texts;

/** A validator's findings in the words of the schema's own titles, descriptions and examples. */
final class SchemaMessages {

    private final JsonNode schema;

    SchemaMessages(JsonNode schema) {
        this.schema = schema;
    }

    /** Whether it says which keys an object has, not what a value is. */
    static boolean isAboutKeys(ValidationMessage one) {
        return one.getType().equals("required") || choice(one) != null;
    }

    String unknownKey(ValidationMessage one, String nearest) {
        if (one.getProperty().contains(" ") && one.getInstanceNode().path(one.getProperty()).isNull()) {
            return "'%s' is unknown here. If it is the rest of a text with a comma, put the whole text in quotes."
                    .formatted(one.getProperty());
        }
        return "'%s' is unknown here.%s".formatted(one.getProperty(),
                nearest == null ? Suggestion.sentence(one.getProperty(), unusedKeys(one)) : " Did you mean '" + nearest + "'?");
    }

    /** Keys that the object may have and does not. */
    List<String> unusedKeys(ValidationMessage one) {
        List<String> keys = new ArrayList<>();
        around(one).path("properties").fieldNames().forEachRemaining(key -> {
            if (!one.getInstanceNode().has(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /**
     * @param meant keys that misspelt ones stand for, so that they are not missed as well
     * @return null where there is nothing to tell
     */
    String of(ValidationMessage one, Set<String> meant) {
        String choice = choice(one);
        if (choice != null) {
            return one.getInstanceNode().isObject() ? choice(one, schema.at(choice), meant) : null;
        }
        JsonNode wanted = one.getSchemaNode();
        JsonNode value = one.getInstanceNode();
        return switch (one.getType()) {
            case "additionalProperties" -> null;
            case "required" -> meant.contains(one.getProperty()) ? null : missing(one);
            case "type" -> "%s is %s; %s is wanted.".formatted(name(one), kind(value), kinds(around(one).path("type")));
            case "enum" -> (value.isNull() ? name(one) + " is empty." : "'" + value.asText() + "' is not possible here.")
                    + Suggestion.sentence(value.isNull() ? "" : value.asText(), texts(around(one).path("enum")));
            case "const" -> "%s can only be '%s'.".formatted(name(one), around(one).path("const").asText());
            case "pattern" -> form(value.asText(), around(one));
            case "not" -> "%s is '%s'; it cannot be negative.".formatted(name(one), value.asText());
            case "minimum" -> "%s is %s; the least is %s.".formatted(name(one), value.asText(), around(one).path("minimum"));
            case "exclusiveMinimum" -> "%s is %s; it must be more than %s.".formatted(name(one), value.asText(),
                    around(one).path("exclusiveMinimum"));
            case "maximum" -> "%s is %s; the most is %s.".formatted(name(one), value.asText(), around(one).path("maximum"));
            case "minLength" -> name(one) + " is empty.";
            case "maxLength" -> "%s has %,d characters; the most is %,d.".formatted(name(one),
                    value.asText().codePointCount(0, value.asText().length()), around(one).path("maxLength").asInt());
            case "minItems", "minProperties" -> value.isEmpty() ? name(one) + " is empty; write something or leave it out."
                    : "%s has %s; the least is %s.".formatted(name(one), Texts.count(value.size(), "entry", "entries"),
                            wanted.asText());
            case "maxItems", "maxProperties" ->
                "%s has %s; the most is %s.".formatted(name(one), Texts.count(value.size(), "entry", "entries"),
                        wanted.asText());
            case "uniqueItems" -> name(one) + " says the same thing twice.";
            case "false" -> name(one) + " has no meaning here; take it out.";
            default -> name(one) + " is not as it should be: " + one.getMessage();
        };
    }

    private String missing(ValidationMessage one) {
        String description = around(one).path("properties").path(one.getProperty()).path("description").asText();
        return "'%s' is missing.%s".formatted(one.getProperty(), description.isEmpty() ? "" : " " + description);
    }

    /** Exactly one (or at least one) key of several. */
    private String choice(ValidationMessage one, JsonNode branches, Set<String> meant) {
        List<String> keys = new ArrayList<>();
        branches.forEach(branch -> keys.add(branch.path("required").path(0).asText()));
        List<String> present = keys.stream().filter(one.getInstanceNode()::has).toList();
        if (present.isEmpty()) {
            return keys.stream().anyMatch(meant::contains) ? null
                    : "One of %s is missing.".formatted(String.join(", ", keys));
        }
        return "Only one of %s is possible at a time.".formatted(String.join(", ", present));
    }

    /** Pointer to the list of branches that a finding belongs to, or null. */
    private static String choice(ValidationMessage one) {
        String path = one.getSchemaLocation().getFragment().toString();
        for (String keyword : List.of("/oneOf", "/anyOf")) {
            int begin = path.lastIndexOf(keyword);
            if (begin >= 0) {
                return path.substring(0, begin + keyword.length());
            }
        }
        return null;
    }

    private String form(String value, JsonNode around) {
        if (value.isBlank()) {
            return "The text is empty; write something or leave it out.";
        }
        if (value.contains("\n") && around.path("title").asText().contains("line")) {
            return "This is one line of text; take the line break out.";
        }
        String example = around.path("examples").isEmpty() ? ""
                : "; write for example " + String.join(" or ", texts(around.path("examples")));
        return "'%s' is no %s%s.".formatted(value.length() > 80 ? value.substring(0, 80) + "…" : value,
                around.path("title").asText("such text"), example);
    }

    private JsonNode around(ValidationMessage one) {
        JsonPointer keyword = JsonPointer.compile(one.getSchemaLocation().getFragment().toString());
        return schema.at(keyword.head());
    }

    private static String name(ValidationMessage one) {
        String pointer = one.getInstanceLocation().toString();
        String[] parts = pointer.split("/");
        if (parts.length < 2) {
            return "The plan";
        }
        String last = parts[parts.length - 1];
        return last.matches("\\d+") && parts.length > 2 ? "An entry of '" + parts[parts.length - 2] + "'" : "'" + last + "'";
    }

    private static String kinds(JsonNode types) {
        return types.isArray() ? String.join(" or ", texts(types).stream().map(SchemaMessages::kind).toList())
                : kind(types.asText());
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object with keys";
            default -> "nothing";
        };
    }

    private static String kind(JsonNode value) {
        return value.isNull() ? "empty"
                : value.isBoolean() ? "true or false"
                        : kind(value.isNumber() ? "number"
                                : value.isTextual() ? "string" : value.isArray() ? "array" : "object");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
