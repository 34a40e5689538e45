package dev.blackstart.catalogue.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.database.Folded;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Texts;

/**
 * Which of the plans that somebody may read are listed, by key.
 *
 * @param words in name or key; null for any
 * @param type a plan's type; null for any
 * @param team a team's key; null for any
 */
public record PlanSearch(String words, String type, String team) {

    /** @throws Problem 422 for words that are too long */
    public static PlanSearch of(String words, String type, String team) {
        String asked = blank(words);
        return new PlanSearch(asked == null ? null : TextLimits.atMost(TextLimits.LINE, "q", asked), blank(type), blank(team));
    }

    /** @param after the key of the last plan already seen, or null */
    public List<Plan> find(String viewer, boolean master, String after, int limit) {
        Map<String, Object> values = values(viewer, master);
        values.put("after", after == null ? "" : TextLimits.atMost(TextLimits.LINE, "after", after));
        return Plan.<Plan> find("from Plan p where p.key > :after and " + condition() + " order by p.key", values)
                .page(0, limit).list();
    }

    public long count(String viewer, boolean master) {
        return Plan.count("from Plan p where " + condition(), values(viewer, master));
    }

    public boolean isEverything() {
        return words == null && type == null && team == null;
    }

    /** Its part of an address, beginning with an ampersand; empty for everything. */
    public String query() {
        return part("q", words) + part("type", type) + part("team", team);
    }

    private String condition() {
        return Plan.VISIBLE.replace("?1", ":master").replace("?2", ":viewer")
                + (words == null ? "" : " and p.folded like :words escape '!'")
                + (type == null ? "" : " and p.type = :type") + (team == null ? "" : " and p.team = :team");
    }

    private Map<String, Object> values(String viewer, boolean master) {
        Map<String, Object> values = new HashMap<>(Map.of("viewer", viewer, "master", master));
        if (words != null) {
            values.put("words", Folded.containing(words));
        }
        if (type != null) {
            values.put("type", type);
        }
        if (team != null) {
            values.put("team", team);
        }
        return values;
    }

    private static String part(String name, String value) {
        return value == null ? "" : "&" + name + "=" + Texts.path(value);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.replace("\0", "").strip();
    }
}
