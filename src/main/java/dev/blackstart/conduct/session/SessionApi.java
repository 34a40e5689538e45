package dev.blackstart.conduct.session;

import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** A session's steps and learnings, for its control staff. */
@Path("/api/exercises/{id}/session")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionApi {

    private final Learnings learnings;
    private final CurrentAccess current;

    SessionApi(Learnings learnings, CurrentAccess current) {
        this.learnings = learnings;
        this.current = current;
    }

    /** @param learnings in the order in which they were recorded */
    public record SessionContent(List<SessionStep> steps, List<String> learnings) {
    }

    public record Learned(String text) {
    }

    @GET
    @Transactional
    public SessionContent read(UUID id) {
        return new SessionContent(SessionStep.of(Exercise.findById(id)), Learnings.of(id));
    }

    @POST
    @Path("learnings")
    public Response learn(UUID id, Learned learned) {
        learnings.record(id, learned == null ? null : learned.text(), current.get());
        return Response.status(Response.Status.CREATED).entity(learned).build();
    }
}
