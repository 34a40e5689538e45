package dev.blackstart.review.comment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.blackstart.review.document.ReportSection;

/**
 * A section that can be commented: by its key, which is the id of its heading on the report's page.
 *
 * @param key of the section
 * @param title its heading
 */
public record CommentedSection(String key, String title) {

    /** What the journal tells and no editor writes beside. */
    private static final Map<String, String> DERIVED = derived();

    /** Only the roster and control staff read it. */
    static final String HOT_WASH = "hot-wash";

    private static Map<String, String> derived() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("before", "Before the exercise");
        titles.put("facts", "In short");
        titles.put("objectives", "Objectives");
        titles.put("clocks", "Clocks");
        titles.put("hypotheses", "Hypotheses");
        titles.put("overrides", "Overrides");
        titles.put("good-catches", "Good catches");
        titles.put(HOT_WASH, "Hot wash");
        titles.put("expectations", "Expectations");
        titles.put("call-trees", "Call trees");
        titles.put("pauses", "Pauses");
        titles.put("replies", "Messages and replies");
        titles.put("relations", "People by relation");
        titles.put("meetings", "Who met whom across teams");
        titles.put("scores", "Scores");
        return titles;
    }

    /** @param written keys of the sections with a text of people */
    static List<CommentedSection> all(Set<String> written) {
        Set<String> keys = new TreeSet<>(written);
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(ReportSection.values()).filter(section -> !section.isOwn() || keys.contains(section.key()))
                .forEach(section -> titles.put(section.key(), section.title()));
        keys.forEach(key -> titles.putIfAbsent(key, ReportSection.title(key)));
        titles.putAll(DERIVED);
        return titles.entrySet().stream().map(one -> new CommentedSection(one.getKey(), one.getValue())).toList();
    }

    static String title(String key) {
        String derived = DERIVED.get(key);
        return derived == null ? ReportSection.title(key) : derived;
    }
}
