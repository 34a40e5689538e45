package dev.blackstart.rehearsal;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Rehearses a plan at one click. */
@Path("/rehearsals")
@Authenticated
public class RehearseResource {

    private final Rehearsals rehearsals;
    private final Viewer viewer;

    RehearseResource(Rehearsals rehearsals, Viewer viewer) {
        this.rehearsals = rehearsals;
        this.viewer = viewer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rehearse(@RestForm String plan) {
        viewer.mustBeMaster();
        return Response.seeOther(URI.create("/exercises/" + rehearsals.begin(plan, viewer.key()) + "/control-room")).build();
    }
}
