package dev.blackstart.drills.signal;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** The buttons beside the alerts on the page of a drill. */
@Path("/exercises/{id}/drills/{key}/alerts")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DrillAlertResource {

    private final DrillAlerts alerts;
    private final CurrentAccess current;

    DrillAlertResource(DrillAlerts alerts, CurrentAccess current) {
        this.alerts = alerts;
        this.current = current;
    }

    @POST
    @Path("{alert}/ratings")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rate(UUID id, String key, UUID alert, @RestForm String rating) {
        alerts.rate(id, key, alert, rating, current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/drills/" + key + "#alerts")).build();
    }
}
