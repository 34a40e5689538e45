package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.blackstart.web.Listing;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Files that show what was done; sent as they are, without a form around them. */
@Path("/api/preparation/{item}/files")
@Authenticated
public class FileApi {

    private final PreparationFiles files;
    private final Access access;
    private final Views views;

    FileApi(PreparationFiles files, Access access, Views views) {
        this.files = files;
        this.access = access;
        this.views = views;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing<Views.Kept> list(UUID item) {
        return Listing.whole(views.files(access.item(item)));
    }

    /** @param preview a small JPEG of a picture */
    @GET
    @Path("{file}")
    public Response show(UUID item, UUID file, @QueryParam("preview") boolean preview, @Context Request request,
            @Context HttpServerResponse raw) {
        return files.answer(item, file, preview, request, raw);
    }

    @POST
    @Consumes({ "image/*", MediaType.TEXT_PLAIN, "application/pdf", MediaType.APPLICATION_OCTET_STREAM })
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(UUID item, @QueryParam("name") String name, byte[] body) {
        return PreparationApi.created(views.of(files.add(item, name, body), access.item(item)));
    }
}
