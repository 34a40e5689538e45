package dev.blackstart.directory.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.people.FieldErrors;
import dev.blackstart.problem.TextLimits;

/** What somebody wrote of an entry: a field that is not there stays as it is, one that is empty is taken away. */
public record Fields(Map<String, String> values) {

    /** Names and values in turn; null for what is not there. */
    public static Fields of(Object... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value instanceof Collection<?> many) {
                values.put((String) namesAndValues[i], String.join("\n", many.stream().map(String::valueOf).toList()));
            } else if (value != null) {
                values.put((String) namesAndValues[i], value.toString());
            }
        }
        return new Fields(values);
    }

    /** PostgreSQL keeps no zero byte, and half of a surrogate pair has no bytes at all. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Adds what no database can keep. */
    public void check(FieldErrors flaws) {
        values.forEach((name, value) -> {
            if (!isStorable(value)) {
                flaws.add(name, name + " holds a zero byte or half a character, which cannot be stored; take it out.");
            }
        });
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Without blanks at its ends; null where it is empty, the one before where nothing is said. */
    public String text(String name, String before) {
        String value = values.get(name);
        return value == null ? before : value.isBlank() ? null : value.strip();
    }

    /** A line of text that every database can keep. */
    public String line(String name, String before, FieldErrors flaws) {
        String text = text(name, before);
        if (text != null && has(name)) {
            if (text.codePointCount(0, text.length()) > TextLimits.LINE) {
                flaws.add(name, "%s is longer than %d characters; shorten it.".formatted(name, TextLimits.LINE));
            } else if (isStorable(text) && text.chars().anyMatch(Character::isISOControl)) {
                flaws.add(name, name + " is one line of ordinary characters.");
            }
        }
        return text;
    }

    /** Separated by commas, semicolons or lines; in the order written, each once. */
    public List<String> list(String name, Collection<String> before) {
        String value = values.get(name);
        return value == null ? List.copyOf(before)
                : Arrays.stream(value.split("[,;\\n\\r]")).map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    }

    /** @return null where it is neither yes nor no */
    Boolean flag(String name, boolean before) {
        String text = text(name, String.valueOf(before));
        return switch (text == null ? "no" : text.toLowerCase()) {
            case "yes", "true", "on", "1", "x" -> Boolean.TRUE;
            case "no", "false", "off", "0" -> Boolean.FALSE;
            default -> null;
        };
    }
}
