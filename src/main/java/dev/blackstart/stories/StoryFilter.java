package dev.blackstart.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Texts;

/**
 * Which stories somebody asks for; page and API take the same.
 *
 * @param q words that follow each other in title, text or what was learned; null or blank for all
 * @param system key; null or blank for all
 * @param principle its word; null or blank for all
 * @param mine whether only the viewer's own, drafts too
 */
public record StoryFilter(@QueryParam("q") String q, @QueryParam("system") String system,
        @QueryParam("principle") String principle, @QueryParam("mine") boolean mine) {

    public static final StoryFilter ALL = new StoryFilter(null, null, null, false);

    /** A story {@code s} that {@code :viewer} may read. */
    private static final String VISIBLE = "(s.state = PUBLISHED or s.author = :viewer)";

    /** @throws Problem 422 that names the field */
    List<Story> list(String viewer, Story last, int most) {
        StringBuilder query = new StringBuilder("from Story s where ").append(VISIBLE);
        Map<String, Object> values = new HashMap<>(Map.of("viewer", viewer));
        if (mine) {
            query.append(" and s.author = :viewer");
        }
        if (!typed(q).isEmpty()) {
            query.append(" and (lower(s.title) like :words escape '!' or lower(s.text) like :words escape '!'")
                    .append(" or lower(s.learned) like :words escape '!')");
            values.put("words", Texts.pattern(TextLimits.atMost(TextLimits.LINE, "q", typed(q)).toLowerCase(Locale.ROOT)));
        }
        if (!typed(system).isEmpty()) {
            query.append(" and :system member of s.systems");
            values.put("system", TextLimits.atMost(TextLimits.LINE, "system", typed(system)));
        }
        Principle asked = Choice.of("principle", Principle.class, principle);
        if (asked != null) {
            query.append(" and s.principle = :principle");
            values.put("principle", asked);
        }
        if (last != null) {
            query.append(" and (s.createdAt < :lastAt or s.createdAt = :lastAt and s.id > :last)");
            values.put("lastAt", last.createdAt);
            values.put("last", last.id);
        }
        return Story.<Story> find(query.append(" order by s.createdAt desc, s.id").toString(), values).page(0, most).list();
    }

    boolean isNarrowed() {
        return mine || !typed(q).isEmpty() || !typed(system).isEmpty() || !typed(principle).isEmpty();
    }

    static String typed(String text) {
        return text == null ? "" : text.strip();
    }

    /** Those that happened in this month of an earlier year, the latest first. @param month 01 to 12 */
    static List<Story> ofMonth(String month, int year, String viewer, int most) {
        return Story.<Story> find("from Story s where " + VISIBLE
                + " and s.state = PUBLISHED and s.happened like :month and s.happened < :year order by s.happened desc, s.id",
                Map.of("viewer", viewer, "month", "____-" + month + "%", "year", String.valueOf(year))).page(0, most).list();
    }
}
