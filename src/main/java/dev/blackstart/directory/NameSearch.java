package dev.blackstart.directory;

import java.util.HashMap;
import java.util.Map;

import dev.blackstart.database.Folded;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Texts;

/**
 * Which teams or systems are listed, by key.
 *
 * @param words in key or name; null for any
 */
record NameSearch(String words) {

    static NameSearch of(String words) {
        return new NameSearch(words == null || words.isBlank() ? null
                : TextLimits.atMost(TextLimits.LINE, "q", words.replace("\0", "").strip()));
    }

    /** Of an entity {@code one}. */
    String condition() {
        return words == null ? "1 = 1" : "one.folded like :words escape '!'";
    }

    Map<String, Object> values() {
        return words == null ? Map.of() : Map.of("words", Folded.containing(words));
    }

    /** @param after the key of the last one already seen, or null */
    Map<String, Object> values(String after) {
        Map<String, Object> values = new HashMap<>(values());
        values.put("after", after == null ? "" : TextLimits.atMost(TextLimits.LINE, "after", after));
        return values;
    }

    /** The address of the following page. */
    String later(String list, String last) {
        return list + "?after=" + Texts.path(last) + (words == null ? "" : "&q=" + Texts.path(words));
    }
}
