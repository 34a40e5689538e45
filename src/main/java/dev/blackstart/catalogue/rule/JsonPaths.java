package dev.blackstart.catalogue.rule;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;

/** Which JSONPaths a tolerance may use. */
public final class JsonPaths {

    /** A filter by regular expression searches without a time limit. */
    private static final String REGEX_FILTER = "=~";

    private JsonPaths() {
    }

    /** Why a JSONPath cannot be used; null where it can. */
    public static String flaw(String path) {
        if (path.contains(REGEX_FILTER)) {
            return "A JSONPath with a filter by regular expression (=~) is not supported; use body or value.";
        }
        try {
            JsonPath.compile(path);
            return null;
        } catch (JsonPathException | IllegalArgumentException broken) {
            return "Invalid JSONPath: %s".formatted(broken.getMessage());
        }
    }
}
