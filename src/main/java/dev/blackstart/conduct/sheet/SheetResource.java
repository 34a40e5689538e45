package dev.blackstart.conduct.sheet;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.gate.PrintedSheet;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One page of paper for control staff, to be printed before screens may go dark. It holds every secret of the exercise. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SheetResource {

    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;
    private final PrintedSheets sheets;

    SheetResource(PrintedSheets sheets, CurrentAccess current, Viewer viewer, Clock clock) {
        this.sheets = sheets;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance sheet(PageContext page, FallbackSheet sheet, OnPaper paper, FormState typed);
    }

    /** What is known of the paper. @param current whether plan and date are still those printed */
    public record OnPaper(PrintedSheet printed, boolean current) {
    }

    @GET
    @Path("sheet")
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    @POST
    @Path("sheet")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission(Permission.SEE_CONTROL)
    public Response printed(UUID id, @RestForm String holder) {
        try {
            sheets.printed(id, holder, current.get());
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(id, FormState.in("printed", "holder", holder).refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/sheet")).build();
    }

    private TemplateInstance page(UUID id, FormState typed) {
        Exercise exercise = PrintedSheets.planned(Exercise.findById(id));
        ExerciseView view = ExerciseView.of(exercise, current.get(), clock.instant());
        PrintedSheet printed = PrintedSheet.newest(id);
        return Templates.sheet(viewer.page("Sheet · " + exercise.name, "programme"),
                FallbackSheet.of(exercise, view, current.get()),
                new OnPaper(printed, printed != null && printed.isCurrent(exercise)), typed);
    }
}
