package dev.blackstart.preparation;

import java.net.URI;
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

import dev.blackstart.web.Problem;
import dev.blackstart.web.content.Served;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Files that show what was done, as pages read and send them. */
@Path("/preparation/{item}/files")
@Authenticated
public class FileResource {

    private final PreparationFiles files;
    private final Access access;

    FileResource(PreparationFiles files, Access access) {
        this.files = files;
        this.access = access;
    }

    /** @param preview a small JPEG of a picture */
    @GET
    @Path("{file}")
    public Response show(UUID item, UUID file, @QueryParam("preview") boolean preview, @Context Request request,
            @Context HttpServerResponse raw) {
        return files.answer(item, file, preview, request, raw);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(UUID item, @RestForm FileUpload file) {
        access.item(item);
        byte[] bytes = Served.chosen(file);
        if (bytes == null) {
            throw Problem.invalid("file", "Choose a file first.");
        }
        files.add(item, file.fileName(), bytes);
        return Response.seeOther(URI.create("/preparation/" + item + "#evidence")).build();
    }
}
