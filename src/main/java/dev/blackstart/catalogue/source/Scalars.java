package dev.blackstart.catalogue.source;

import java.util.Locale;
import java.util.function.Consumer;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Single values: YAML 1.2's core schema, restricted to what JSON and a database text column can hold. */
final class Scalars {

    /** Beyond, a number is not the same everywhere: JSON's numbers are doubles. */
    private static final long LARGEST = 1L << 53;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LoadSettings settings;
    private final Consumer<String> problem;

    Scalars(LoadSettings settings, Consumer<String> problem) {
        this.settings = settings;
        this.problem = problem;
    }

    JsonNode node(ScalarEvent event) {
        String value = event.getValue();
        if (event.getTag().isPresent() || !event.isPlain()) {
            return text(value);
        }
        Tag tag = settings.getSchema().getScalarResolver().resolve(value, true);
        if (tag == Tag.NULL) {
            return NODES.nullNode();
        } else if (tag == Tag.BOOL) {
            return NODES.booleanNode(Boolean.parseBoolean(value));
        } else if (tag == Tag.INT) {
            return integer(value);
        } else if (tag == Tag.FLOAT) {
            return decimal(value);
        }
        return text(value);
    }

    private JsonNode text(String value) {
        check(value);
        return NODES.textNode(value);
    }

    /** Tells of characters that a database or another program could not hold. */
    void check(String value) {
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            boolean lone = Character.isHighSurrogate(one)
                    && (i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1)))
                    || Character.isLowSurrogate(one) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
            if (lone || one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                problem.accept("The text contains the character U+%04X, which cannot be shown; take it out."
                        .formatted((int) one));
                break;
            }
        }
    }

    private JsonNode integer(String value) {
        String digits = value.startsWith("+") ? value.substring(1) : value;
        int radix = digits.startsWith("0o") ? 8 : digits.startsWith("0x") ? 16 : 10;
        try {
            long number = Long.parseLong(radix == 10 ? digits : digits.substring(2), radix);
            if (Math.abs(number) <= LARGEST) {
                return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
            }
        } catch (NumberFormatException tooLong) {
            // told below
        }
        problem.accept("The number is too large; if it is a text, put it in quotes.");
        return NODES.numberNode(0);
    }

    private JsonNode decimal(String value) {
        double number = value.length() > 400 || value.toLowerCase(Locale.ROOT).matches(".*(inf|nan)")
                ? Double.NaN
                : Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            problem.accept("The number cannot be used; if it is a text, put it in quotes.");
            return NODES.numberNode(0);
        }
        return NODES.numberNode(number);
    }
}
