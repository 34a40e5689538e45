package dev.blackstart.findings;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Adds attachments to a finding, as a form or as the file itself. */
@Path("/api/findings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class FindingAttachmentApi {

    private static final String TOKEN = "Attachment-Token";

    private final Attachments attachments;
    private final Visibility visibility;
    private final Viewer viewer;

    FindingAttachmentApi(Attachments attachments, Visibility visibility, Viewer viewer) {
        this.attachments = attachments;
        this.visibility = visibility;
        this.viewer = viewer;
    }

    /** @param attachmentToken of a finding without a name */
    @POST
    @Path("{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(UUID id, @RestForm("id") String attachment, @RestForm FileUpload file,
            @RestForm String attachmentToken, @HeaderParam(TOKEN) String token) {
        ExerciseAccess sight = sight(id);
        Attachments.Sent sent = Files.sent(Files.id(attachment), file, attachmentToken == null ? token : attachmentToken);
        if (sent == null) {
            throw Problem.invalid("file", "Send the file as the form's part 'file'.");
        }
        return answer(id, sent, sight);
    }

    @POST
    @Path("{id}/attachments")
    @Consumes({ "image/*", MediaType.TEXT_PLAIN, "application/pdf", MediaType.APPLICATION_OCTET_STREAM })
    public Response addRaw(UUID id, @QueryParam("id") String attachment, @QueryParam("name") String name,
            @HeaderParam(TOKEN) String token, byte[] body) {
        ExerciseAccess sight = sight(id);
        return answer(id, new Attachments.Sent(Files.id(attachment), name, body, token), sight);
    }

    private Response answer(UUID finding, Attachments.Sent sent, ExerciseAccess sight) {
        Attachments.Kept kept = attachments.add(Finding.findById(finding), sent, sight);
        return Response.status(kept.fresh() ? Response.Status.CREATED : Response.Status.OK).entity(kept.attachment()).build();
    }

    /** @throws Problem 404 where the finding is not there for this viewer */
    private ExerciseAccess sight(UUID id) {
        Finding finding = Finding.findById(id);
        ExerciseAccess sight = finding == null ? null : visibility.sight(finding.exerciseId, viewer.key(), viewer.isMaster());
        if (sight == null) {
            throw Problem.notFound();
        }
        attachments.visible(finding.exerciseId, id, sight);
        return sight;
    }
}
