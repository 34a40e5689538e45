package dev.blackstart.conduct.recap;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.conduct.Observation;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The recap: ten lines for somebody who comes late, as they may know it. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RecapResource {

    /** Of each kind and audience, the newest; more of one kind would not be told. */
    private static final int EACH = 30;

    private static final Set<String> FINDINGS = JournalEvent.types(Observation.class);

    private final CurrentAccess current;
    private final Viewer viewer;

    RecapResource(CurrentAccess current, Viewer viewer) {
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance recap(PageContext page, List<Recap.Line> lines);

        static native TemplateInstance recap$lines(List<Recap.Line> lines);
    }

    @GET
    @Path("recap")
    @RequiresPermission(Permission.TAKE_PART)
    public TemplateInstance show(UUID id) {
        return Templates.recap(viewer.page("Recap", "programme"), lines(id, current.get()));
    }

    /** The lines alone, for the block that opens on other pages. */
    @GET
    @Path("recap/lines")
    @RequiresPermission(Permission.TAKE_PART)
    public TemplateInstance lines(UUID id) {
        return Templates.recap$lines(lines(id, current.get()));
    }

    private static List<Recap.Line> lines(UUID id, ExerciseAccess sight) {
        List<String> audiences = audiences(sight);
        List<JournalEntry> entries = audiences.stream()
                .flatMap(audience -> Recap.TYPES.stream().flatMap(type -> newest(id, audience, type))).toList();
        List<JournalEntry> worst = audiences.stream().flatMap(audience -> worst(id, audience)).toList();
        return Recap.lines(Stream.concat(entries.stream(), worst.stream()).distinct().toList(),
                audiences.stream().mapToLong(audience -> count(id, audience)).sum());
    }

    /** Null stands for all. */
    private static List<String> audiences(ExerciseAccess sight) {
        return sight.control() ? Collections.singletonList(null)
                : Stream.concat(Stream.of(Audience.ROSTER, Audience.person(sight.viewer())),
                        sight.teams().stream().map(Audience::team)).map(Audience::text).filter(sight::sees).toList();
    }

    private static Stream<JournalEntry> newest(UUID id, String audience, String type) {
        return find(id, audience, type, "", EACH);
    }

    private static Stream<JournalEntry> worst(UUID id, String audience) {
        return Stream.of("sev1", "sev2")
                .flatMap(severity -> FINDINGS.stream().flatMap(type -> find(id, audience, type,
                        " and data like '%" + Observation.dataOf(severity) + "%'", 2)));
    }

    /** The order names the whole index, or H2 would sort all entries of the kind. */
    private static Stream<JournalEntry> find(UUID id, String audience, String type, String more, int most) {
        String order = " order by exerciseId desc, type desc, seq desc";
        return (audience == null ? JournalEntry.<JournalEntry> find("exerciseId = ?1 and type = ?2" + more + order, id, type)
                : JournalEntry.<JournalEntry> find("exerciseId = ?1 and type = ?2 and audience = ?3" + more + order, id, type,
                        audience))
                .range(0, most - 1).list().stream();
    }

    private static long count(UUID id, String audience) {
        return audience == null ? JournalEntry.count("exerciseId = ?1 and type in ?2", id, FINDINGS)
                : JournalEntry.count("exerciseId = ?1 and type in ?2 and audience = ?3", id, FINDINGS, audience);
    }
}
