package dev.blackstart.review;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** The improvement plan of an exercise, as a file for a spreadsheet. */
@Path("/exercises/{id}/improvement-plan.csv")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
public class ImprovementPlanResource {

    static final String CSV = "text/csv;charset=UTF-8";

    private final Reports reports;
    private final CurrentAccess current;

    ImprovementPlanResource(Reports reports, CurrentAccess current) {
        this.reports = reports;
        this.current = current;
    }

    @GET
    @Produces(CSV)
    public Response show(UUID id) {
        return Response.ok(reports.improvementPlan(reports.draft(id, current.get())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"improvement-plan.csv\"").build();
    }
}
