package dev.blackstart.findings;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.access.CurrentAccess;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Reads attachments of an exercise's findings. */
@Path("/api/exercises/{id}/attachments")
@Authenticated
public class AttachmentApi {

    private final Attachments attachments;
    private final CurrentAccess current;

    AttachmentApi(Attachments attachments, CurrentAccess current) {
        this.attachments = attachments;
        this.current = current;
    }

    /** @param preview a small JPEG of a picture */
    @GET
    @Path("{attachment}")
    public Response show(UUID id, UUID attachment, @QueryParam("preview") boolean preview, @Context Request request,
            @Context HttpServerResponse raw) {
        return Files.answer(attachments.readable(id, attachment, current.get()), preview, request, raw);
    }
}
