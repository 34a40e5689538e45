package dev.blackstart.drills.clock;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.page.MetTimeParser;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page of one drill, made for the evaluator's phone: its clocks, and a button for each that has not stopped. */
@Path("/exercises/{id}/drills/{key}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DrillResource {

    private final DrillMarks marks;
    private final DrillClocks clocks;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;

    DrillResource(DrillMarks marks, DrillClocks clocks, Directory directory, CurrentAccess current, Viewer viewer) {
        this.marks = marks;
        this.clocks = clocks;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "drills")
    static class Templates {
        static native TemplateInstance drill(PageContext page, Exercise exercise, Drill drill, PlanDocument.Drill planned,
                boolean mayMark, boolean mayHandOver, List<ClockReading> clocks, Map<String, String> names, List<String> paths,
                FormState typed);
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id, String key) {
        return page(id, key, FormState.NOTHING);
    }

    @POST
    @Path("marks")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(UUID id, String key, @RestForm String clock, @RestForm String when, @RestForm String how,
            @RestForm String path, @RestForm String extent, @RestForm String basis) {
        drill(id, key);
        try {
            Instant at = MetTimeParser.read(when, Exercise.findById(id), clocks.now());
            marks.record(id, key, new MarkForm(clock, at, how, path, extent, basis), current.get());
            return Response.seeOther(URI.create("/exercises/" + id + "/drills/" + key + "#clocks")).build();
        } catch (Problem problem) {
            FormState typed = FormState.in(String.valueOf(clock), "when", when, "how", how, "path", path, "extent", extent,
                    "basis", basis).refused(problem);
            return Response.status(problem.status).entity(page(id, key, typed)).build();
        }
    }

    private static Drill drill(UUID id, String key) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        return drill;
    }

    /** Also for other forms of this page that were refused. */
    public TemplateInstance page(UUID id, String key, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        Drill drill = drill(id, key);
        List<ClockReading> readings = clocks.of(exercise, drill);
        Map<String, String> names = directory.names(readings.stream().flatMap(reading -> reading.marks().stream())
                .map(Mark::author).distinct().toList());
        return Templates.drill(viewer.page(drill.title, "programme"), exercise, drill,
                exercise.plan().drill(key).orElseThrow(Problem::notFound),
                Permissions.of(current.get()).isJudge() && exercise.state.takesFindings() && drill.injectedAt != null,
                current.get().may(Permission.ABORT) && drill.canBeHandedOver(), readings, names, MarkForm.PATHS, typed);
    }
}
