package dev.blackstart.review;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** The improvement plan of an exercise, in HSEEP's columns. */
@Path("/api/exercises/{id}/improvement-plan")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
public class ImprovementPlanApi {

    private final Reports reports;
    private final CurrentAccess current;

    ImprovementPlanApi(Reports reports, CurrentAccess current) {
        this.reports = reports;
        this.current = current;
    }

    @GET
    @Produces(ImprovementPlanResource.CSV)
    public String show(UUID id) {
        return reports.improvementPlan(reports.draft(id, current.get()));
    }
}
