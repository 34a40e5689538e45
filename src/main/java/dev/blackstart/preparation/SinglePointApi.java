package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.web.Listing;
import io.quarkus.security.Authenticated;

/** The register of single points of failure, as far as the viewer knows what they were found by. */
@Path("/api/single-points")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SinglePointApi {

    private final Access access;
    private final Work work;
    private final Views views;
    private final Mentions mentions;

    SinglePointApi(Access access, Work work, Views views, Mentions mentions) {
        this.access = access;
        this.work = work;
        this.views = views;
        this.mentions = mentions;
    }

    /** @param to open, removed or accepted; the last two with a reason */
    public record Transition(String to, String reason) {
    }

    /** The newest first. */
    @GET
    public Listing<Views.Point> list() {
        return Listing.whole(views.points(access.points()));
    }

    /** With what refers to it. */
    @GET
    @Path("{point}")
    public Views.Point show(UUID point) {
        SinglePoint known = access.point(point);
        return views.of(known).with(mentions.of(known));
    }

    @POST
    @Path("{point}/transitions")
    public Views.Point move(UUID point, Transition transition) {
        SinglePoint known = access.point(point);
        return views.of(work.settle(known, transition == null ? null : transition.to(),
                transition == null ? null : transition.reason(), access.part(access.item(known.itemId))));
    }
}
