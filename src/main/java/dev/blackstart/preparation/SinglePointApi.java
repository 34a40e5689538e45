package dev.blackstart.preparation;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;

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

    SinglePointApi(Access access, Work work) {
        this.access = access;
        this.work = work;
    }

    /** @param preparation id of the item it was found by */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(UUID id, String reference, UUID preparation, String team, String title, String system, String state,
            String reason, String foundBy, Instant foundAt, String changedBy, Instant changedAt) {
        static Point of(SinglePoint point) {
            return new Point(point.id, point.reference, point.itemId, point.team, point.title, point.system, point.state.key(),
                    point.reason, point.foundBy, point.createdAt, point.changedBy, point.changedAt);
        }
    }

    /** @param to open, removed or accepted; the last two with a reason */
    public record Transition(String to, String reason) {
    }

    /** The newest first. */
    @GET
    public Listing<Point> list() {
        return Listing.whole(access.points().stream().map(Point::of).toList());
    }

    @GET
    @Path("{point}")
    public Point show(UUID point) {
        return Point.of(access.point(point));
    }

    @POST
    @Path("{point}/transitions")
    public Point move(UUID point, Transition transition) {
        SinglePoint known = access.point(point);
        return Point.of(work.settle(known, transition == null ? null : transition.to(),
                transition == null ? null : transition.reason(), access.part(access.item(known.itemId))));
    }
}
