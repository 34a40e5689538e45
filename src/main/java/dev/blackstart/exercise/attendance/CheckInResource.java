package dev.blackstart.exercise.attendance;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.web.form.FormAddress;
import io.quarkus.security.Authenticated;

/** One tap: I am here, or somebody is. It leads back to the page that it was sent from. */
@Path("/exercises/{id}/check-in")
@Authenticated
public class CheckInResource {

    private final CheckIns checkIns;
    private final CurrentAccess current;

    CheckInResource(CheckIns checkIns, CurrentAccess current) {
        this.checkIns = checkIns;
        this.current = current;
    }

    /** @param person key; left out for the viewer */
    @POST
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkIn(UUID id, @RestForm String person, @Context HttpHeaders headers, @Context UriInfo uri) {
        checkIns.checkIn(id, person, current.get());
        return Response.seeOther(FormAddress.cameFrom(headers, uri)).build();
    }
}
