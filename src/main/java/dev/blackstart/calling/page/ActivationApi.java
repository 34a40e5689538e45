package dev.blackstart.calling.page;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;

/** One activation, for those who see its exercise as control staff do. */
@Path("/api/activations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ActivationApi {

    private final CallAccess callAccess;

    ActivationApi(CallAccess callAccess) {
        this.callAccess = callAccess;
    }

    @GET
    @Path("{id}")
    public ActivationView show(UUID id) {
        return ActivationView.of(callAccess.activation(id));
    }
}
