package dev.blackstart.preparation.checklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.problem.Problem;

/** What preparation is about, and the words for it that fit any team on any day: they tell nothing of a disaster. */
public final class PreparationKinds {

    static final String OTHER = "other";

    private static final Map<String, String> WORDS = words();

    private PreparationKinds() {
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("single-point-of-failure", "Find what has no backup (single points of failure)");
        words.put("monitoring", "Check that you would notice when something of yours fails");
        words.put("failover-procedure", "Go through how your services move to their spare");
        words.put("rollback", "Go through how you take a change back");
        words.put("contacts", "Bring your contact details and duty list up to date");
        words.put("communication", "Go through how you tell others what is going on");
        words.put("runbook", "Read your runbooks and mend what is out of date");
        words.put(OTHER, "Go through what your team would need on a bad day");
        return words;
    }

    static String neutral(String kind) {
        return WORDS.getOrDefault(kind, WORDS.get(OTHER));
    }

    public static List<String> all() {
        return List.copyOf(WORDS.keySet());
    }

    /** @throws Problem 422 for a word that is no kind; none is {@code other} */
    public static String of(String word) {
        if (word == null || word.isBlank()) {
            return OTHER;
        }
        if (!WORDS.containsKey(word)) {
            throw Problem.invalid("kind", "kind is one of " + String.join(", ", WORDS.keySet()) + ".");
        }
        return word;
    }
}
