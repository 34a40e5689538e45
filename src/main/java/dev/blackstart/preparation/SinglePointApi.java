package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.preparation.singlepoint.References;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The register of single points of failure, as far as the viewer knows what they were found by. */
@Path("/api/single-points")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SinglePointApi {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;
    private final References references;

    SinglePointApi(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews, References references) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
        this.references = references;
    }

    /** @param to open, removed or accepted; the last two with a reason */
    public record Transition(String to, String reason) {
    }

    /** The newest first. */
    @GET
    public PagedList<PreparationViews.Point> list() {
        return PagedList.whole(preparationViews.points(preparationAccess.points()));
    }

    /** With what refers to it. */
    @GET
    @Path("{point}")
    public PreparationViews.Point show(UUID point) {
        SinglePoint known = preparationAccess.point(point);
        return preparationViews.of(known).with(references.of(known));
    }

    @POST
    @Path("{point}/transitions")
    public PreparationViews.Point move(UUID point, Transition transition) {
        SinglePoint known = preparationAccess.point(point);
        return preparationViews.of(preparationActions.settle(known, transition == null ? null : transition.to(),
                transition == null ? null : transition.reason(), preparationAccess.part(preparationAccess.item(known.itemId))));
    }
}
