package dev.blackstart.people.system;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Keys of systems in one column, with a comma between them; none means all there are. */
final class Systems {

    private Systems() {
    }

    static String text(Collection<String> keys) {
        return String.join(",", keys.stream().distinct().sorted().toList());
    }

    static List<String> of(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }

    /** What concerns all concerns whoever touches anything. */
    static boolean concern(String text, Set<String> targets) {
        return text.isEmpty() || !Collections.disjoint(of(text), targets);
    }
}
