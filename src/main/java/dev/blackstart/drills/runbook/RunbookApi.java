package dev.blackstart.drills.runbook;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The runbooks of an exercise and how their steps were done, for control staff. */
@Path("/api/exercises/{id}/runbooks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunbookApi {

    private final RunbookSteps steps;
    private final CurrentAccess current;

    RunbookApi(RunbookSteps steps, CurrentAccess current) {
        this.steps = steps;
        this.current = current;
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<RunbookView> runbooks(UUID id) {
        return PagedList.whole(steps.all(Exercise.findById(id)));
    }

    /** The same again changes nothing. */
    @POST
    @Path("{key}/steps/{step}")
    @RequiresPermission(Permission.JUDGE)
    public RunbookView record(UUID id, String key, String step, StepForm form) {
        if (form == null) {
            throw Problem.invalid("state", "state is one of done, skipped, deviated.");
        }
        steps.record(id, key, step, form, current.get());
        return steps.of(Exercise.findById(id), key);
    }
}
