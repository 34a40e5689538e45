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

import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;

/** Files that show what was done; sent as they are, without a form around them. */
@Path("/api/preparation/{item}/files")
@Authenticated
public class PreparationFileApi {

    private final PreparationFiles files;
    private final PreparationAccess preparationAccess;
    private final PreparationViews preparationViews;

    PreparationFileApi(PreparationFiles files, PreparationAccess preparationAccess, PreparationViews preparationViews) {
        this.files = files;
        this.preparationAccess = preparationAccess;
        this.preparationViews = preparationViews;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PagedList<PreparationViews.Kept> list(UUID item) {
        return PagedList.whole(preparationViews.files(preparationAccess.item(item)));
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
        return PreparationApi.created(preparationViews.of(files.add(item, name, body), preparationAccess.item(item)));
    }
}
