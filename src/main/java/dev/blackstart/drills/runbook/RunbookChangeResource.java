package dev.blackstart.drills.runbook;

import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Shows what an exercise proposed for a runbook beside what its plan says now, and leads into the plan's editor. */
@Path("/exercises/{id}/runbooks/{key}/change")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RunbookChangeResource {

    private final RunbookSteps steps;
    private final Viewer viewer;

    RunbookChangeResource(RunbookSteps steps, Viewer viewer) {
        this.steps = steps;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "drills")
    static class Templates {
        static native TemplateInstance runbookChange(PageContext page, Exercise exercise, RunbookView runbook,
                RunbookChange change);
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    @Transactional
    public TemplateInstance show(UUID id, String key) {
        Exercise exercise = Exercise.findById(id);
        RunbookView runbook = steps.of(exercise, key);
        if (runbook == null) {
            throw Problem.notFound();
        }
        PlanRevision newest = PlanRevision.readable(exercise.planKey, null, viewer.key(), viewer.isMaster());
        return Templates.runbookChange(viewer.page("Change of a runbook", "programme"), exercise, runbook,
                RunbookChange.of(runbook, newest.source));
    }
}
