package dev.blackstart.evaluation.assumption;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.evaluation.assumption.Assumptions.Assumed;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The assumptions of an exercise, for control staff. */
@Path("/api/exercises/{id}/assumptions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssumptionApi {

    private final Assumptions assumptions;
    private final CurrentAccess current;

    AssumptionApi(Assumptions assumptions, CurrentAccess current) {
        this.assumptions = assumptions;
        this.current = current;
    }

    /** @param outcome held, did-not-hold or not-tested @param note required where it did not hold */
    public record Check(String outcome, String note) {
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<Assumed> list(UUID id) {
        return PagedList.whole(Assumptions.of(Exercise.findById(id)));
    }

    @POST
    @Path("{assumption}")
    @RequiresPermission(Permission.JUDGE)
    public Assumed check(UUID id, String assumption, Check check) {
        if (check == null) {
            throw Problem.invalid("outcome", "Say what the exercise showed: held, did-not-hold or not-tested.");
        }
        return assumptions.check(id, assumption, check.outcome(), check.note(), current.get());
    }
}
