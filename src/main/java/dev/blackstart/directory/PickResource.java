package dev.blackstart.directory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import dev.blackstart.database.Folded;
import dev.blackstart.web.form.Picking;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/**
 * What the pickers of people, teams, systems and time zones offer while somebody types, a few of each, by name and key. A
 * picker sends its text under its own field's name, which {@code as} repeats.
 */
@Path("/pick")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PickResource {

    private static final int OFFERED = 20;
    private static final String NAMED = "%s.folded like ?1 escape '!'";

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance options(List<String> lines);
    }

    /** Those who have not left. @param team of which they are members; null for everybody */
    @GET
    @Path("people")
    public TemplateInstance people(@QueryParam("as") String field, @QueryParam("team") String team, @Context UriInfo asked) {
        return Templates.options(people(Folded.containing(text(asked, field)), team));
    }

    private static List<String> people(String pattern, String team) {
        String members = team == null ? ""
                : " and exists (select 1 from Team t join t.members m where t.key = ?2 and m = p.key)";
        return lines("select p.name, p.key from Person p where p.leftAt is null and " + NAMED.formatted("p") + members
                + " order by lower(p.name), p.key", pattern, team);
    }

    @GET
    @Path("teams")
    public TemplateInstance teams(@QueryParam("as") String field, @Context UriInfo asked) {
        return Templates.options(teams(Folded.containing(text(asked, field))));
    }

    private static List<String> teams(String pattern) {
        return lines("select t.name, t.key from Team t where " + NAMED.formatted("t") + " order by lower(t.name), t.key",
                pattern, null);
    }

    /** Teams and people: who can own something. */
    @GET
    @Path("owners")
    public TemplateInstance owners(@QueryParam("as") String field, @Context UriInfo asked) {
        String pattern = Folded.containing(text(asked, field));
        List<String> lines = new ArrayList<>(teams(pattern));
        lines.addAll(people(pattern, null));
        return Templates.options(lines.stream().limit(OFFERED).toList());
    }

    @GET
    @Path("systems")
    public TemplateInstance systems(@QueryParam("as") String field, @Context UriInfo asked) {
        return Templates.options(lines("select s.name, s.key from SystemEntry s where " + NAMED.formatted("s")
                + " order by lower(s.name), s.key", Folded.containing(text(asked, field)), null));
    }

    @GET
    @Path("zones")
    public TemplateInstance zones(@QueryParam("as") String field, @Context UriInfo asked) {
        String words = text(asked, field).toLowerCase().replace(' ', '_');
        Stream<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.indexOf('/') > 0 && !zone.matches("(Etc|SystemV)/.*"));
        return Templates.options(zones.filter(zone -> zone.toLowerCase().contains(words)).sorted().limit(OFFERED).toList());
    }

    private static String text(UriInfo asked, String field) {
        String text = asked.getQueryParameters().getFirst(field == null ? "q" : field);
        return text == null ? "" : text.replace("\0", "").strip();
    }

    private static List<String> lines(String query, String pattern, String second) {
        var typed = Panache.getEntityManager().createQuery(query, Object[].class).setParameter(1, pattern);
        if (second != null) {
            typed.setParameter(2, second);
        }
        return typed.setMaxResults(OFFERED).getResultList().stream().map(row -> Picking.line((String) row[0], (String) row[1]))
                .toList();
    }
}
