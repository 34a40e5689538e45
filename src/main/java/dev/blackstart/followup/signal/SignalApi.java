package dev.blackstart.followup.signal;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** A weak signal, for whoever found it: what became of it, and their objection. */
@Path("/api/signals/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignalApi {

    private final Signals signals;
    private final Viewer viewer;

    SignalApi(Signals signals, Viewer viewer) {
        this.signals = signals;
        this.viewer = viewer;
    }

    /** @param reason what the decision left out */
    public record Objection(String reason) {
    }

    @GET
    public SignalView show(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> signals.of(id, viewer.key()));
    }

    @POST
    @Path("objection")
    public SignalView object(UUID id, Objection objection) {
        show(id);
        if (objection == null) {
            throw Problem.invalid("reason", "Say what the decision left out.");
        }
        signals.object(id, objection.reason(), viewer.key());
        return show(id);
    }
}
