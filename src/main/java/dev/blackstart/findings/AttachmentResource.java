package dev.blackstart.findings;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Attachments as pages read and send them: by a form, or by the script that sends what a phone kept while it was offline. */
@Path("/exercises/{id}")
@Authenticated
public class AttachmentResource {

    private final Attachments attachments;
    private final CurrentAccess current;

    AttachmentResource(Attachments attachments, CurrentAccess current) {
        this.attachments = attachments;
        this.current = current;
    }

    /** @param preview a small JPEG of a picture */
    @GET
    @Path("attachments/{attachment}")
    public Response show(UUID id, UUID attachment, @QueryParam("preview") boolean preview, @Context Request request,
            @Context HttpServerResponse raw) {
        return Files.answer(attachments.readable(id, attachment, current.get()), preview, request, raw);
    }

    /** Answers JSON to whoever asks for it, else goes back to the page. */
    @POST
    @Path("findings/{finding}/attachments")
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    @Produces({ MediaType.TEXT_HTML, MediaType.APPLICATION_JSON })
    public Response add(UUID id, UUID finding, @RestForm("id") String attachment, @RestForm FileUpload file,
            @RestForm FileUpload picture, @RestForm String attachmentToken, @Context HttpHeaders headers) {
        boolean script = headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
        Finding known = attachments.visible(id, finding, current.get());
        try {
            Attachments.Sent sent = Files.sent(Files.id(attachment), file == null ? picture : file, attachmentToken);
            if (sent == null) {
                throw Problem.invalid("file", "Choose a file first.");
            }
            Attachments.Kept kept = attachments.add(known, sent, current.get());
            return !script ? Response.seeOther(URI.create("/exercises/" + id + "/me")).build()
                    : Response.status(kept.fresh() ? Response.Status.CREATED : Response.Status.OK)
                            .type(MediaType.APPLICATION_JSON_TYPE).entity(kept.attachment()).build();
        } catch (Problem problem) {
            if (script) {
                return Response.status(problem.status).type("application/problem+json").entity(problem.document()).build();
            }
            throw problem;
        }
    }
}
