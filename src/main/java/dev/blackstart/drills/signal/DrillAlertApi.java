package dev.blackstart.drills.signal;

import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** The alerts of a drill, for control staff. */
@Path("/api/exercises/{id}/drills/{key}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrillAlertApi {

    private final DrillAlerts alerts;
    private final ResultProposal proposal;
    private final CurrentAccess current;

    DrillAlertApi(DrillAlerts alerts, ResultProposal proposal, CurrentAccess current) {
        this.proposal = proposal;
        this.alerts = alerts;
        this.current = current;
    }

    /** @param rating led-there, misled or noise */
    public record Helped(String rating) {
    }

    @GET
    @Path("alerts")
    @RequiresPermission(Permission.SEE_CONTROL)
    public DrillAlerts.View show(UUID id, String key) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        return alerts.of(drill);
    }

    /** What alerts and targets say of the drill; somebody else sets its result. */
    @GET
    @Path("proposal")
    @RequiresPermission(Permission.SEE_CONTROL)
    public ResultProposal.Proposal proposal(UUID id, String key) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        return proposal.of(Exercise.findById(id), drill);
    }

    @POST
    @Path("alerts/{alert}/ratings")
    @RequiresPermission(Permission.JUDGE)
    public Response rate(UUID id, String key, UUID alert, Helped helped) {
        alerts.rate(id, key, alert, helped == null ? null : helped.rating(), current.get());
        return Response.ok(Map.of("alert", alert, "rating", helped.rating())).build();
    }
}
