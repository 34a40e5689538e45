package dev.blackstart.followup.defect;

import java.util.LinkedHashMap;
import java.util.Map;

/** Conditions of a list, with their parameters; what nobody asked for narrows nothing. */
public final class Filter {

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param value null or blank leaves the condition out; otherwise the parameter of this name */
    public Filter and(String condition, String name, Object value) {
        if (value != null && !(value instanceof String word && word.isBlank())) {
            text.append(" and (").append(condition).append(')');
            values.put(name, value);
        }
        return this;
    }

    public Filter and(String condition) {
        text.append(" and (").append(condition).append(')');
        return this;
    }

    String text() {
        return text.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
