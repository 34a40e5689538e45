package dev.blackstart.conduct.noduff;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.form.FormAddress;
import io.quarkus.security.Authenticated;

/** The button that stops everything: a plain form, it works without a script. */
@Path("/no-duff")
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class NoDuffResource {

    private final NoDuff noDuff;
    private final Viewer viewer;

    NoDuffResource(NoDuff noDuff, Viewer viewer) {
        this.noDuff = noDuff;
        this.viewer = viewer;
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response call(@RestForm String text, @Context HttpHeaders headers, @Context UriInfo uri) {
        noDuff.call(viewer.key(), text == null || text.isBlank() ? null : text);
        return Response.seeOther(FormAddress.cameFrom(headers, uri)).build();
    }

    /** For a phone's script, which has to know that it arrived: a redirect would tell it nothing. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response sent(@RestForm String text) {
        noDuff.call(viewer.key(), text == null || text.isBlank() ? null : text);
        return Response.accepted(Map.of("state", "accepted")).build();
    }
}
