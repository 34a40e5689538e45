package dev.blackstart.drills.runbook;

import java.net.URI;
import java.util.Arrays;
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

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A runbook on the evaluator's phone: the next step is the biggest thing, and one tap records it. */
@Path("/exercises/{id}/runbooks/{key}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RunbookResource {

    private final RunbookSteps steps;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;

    RunbookResource(RunbookSteps steps, Directory directory, CurrentAccess current, Viewer viewer) {
        this.steps = steps;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "drills")
    static class Templates {
        static native TemplateInstance runbook(PageContext page, Exercise exercise, RunbookView runbook, boolean mayRecord,
                List<Deviation> deviations, Map<String, String> names, FormState typed);
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id, String key) {
        return page(id, key, FormState.NOTHING);
    }

    @POST
    @Path("steps/{step}")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(UUID id, String key, String step, @RestForm String state, @RestForm String deviation,
            @RestForm String note, @RestForm String proposed) {
        try {
            steps.record(id, key, step, new StepForm(state, deviation, note, proposed), current.get());
            return Response.seeOther(URI.create("/exercises/" + id + "/runbooks/" + key + "#step-" + step)).build();
        } catch (Problem problem) {
            if (problem.status == 404) {
                throw problem;
            }
            return Response.status(problem.status).entity(page(id, key,
                    FormState.in(step, "deviation", deviation, "note", note, "proposed", proposed).refused(problem))).build();
        }
    }

    private TemplateInstance page(UUID id, String key, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        RunbookView runbook = steps.of(exercise, key);
        if (runbook == null) {
            throw Problem.notFound();
        }
        Map<String, String> names = directory.names(runbook.steps().stream().filter(RunbookView.StepView::isRecorded)
                .map(RunbookView.StepView::by).distinct().toList());
        return Templates.runbook(viewer.page(runbook.title(), "programme"), exercise, runbook,
                current.get().may(Permission.JUDGE) && exercise.state.takesFindings(), Arrays.asList(Deviation.values()), names,
                typed);
    }
}
