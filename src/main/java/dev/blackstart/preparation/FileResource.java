package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.content.FileResponse;
import dev.blackstart.web.form.FormState;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Files that show what was done, as pages read and send them. */
@Path("/preparation/{item}/files")
@Authenticated
public class FileResource {

    private static final int SEE_OTHER = 303;

    private final PreparationFiles files;
    private final ItemPage page;

    FileResource(PreparationFiles files, ItemPage page) {
        this.files = files;
        this.page = page;
    }

    /** @param preview a small JPEG of a picture */
    @GET
    @Path("{file}")
    public Response show(UUID item, UUID file, @QueryParam("preview") boolean preview, @Context Request request,
            @Context HttpServerResponse raw) {
        return files.answer(item, file, preview, request, raw);
    }

    /**
     * A file that is refused comes back to the page of its item, with what is wrong beside the field.
     *
     * @param evidence what was typed into the same form and is not sent yet: the page shows it again
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(UUID item, @RestForm FileUpload file, @RestForm String evidence) {
        Response added = page.after(item, FormState.in("file", "file", null, "evidence", evidence), known -> {
            byte[] bytes = FileResponse.chosen(file);
            if (bytes == null) {
                throw Problem.invalid("file", "Choose a file first.");
            }
            files.add(item, file.fileName(), bytes);
        }, "/preparation/" + item + "#evidence");
        return added.getStatus() != SEE_OTHER || evidence == null || evidence.isBlank() ? added
                : page.with(item, FormState.in("done", "evidence", evidence));
    }
}
