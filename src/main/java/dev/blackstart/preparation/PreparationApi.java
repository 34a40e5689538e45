package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Preparation by its own ids: what teams get ready, whether or not they may know what for. */
@Path("/api/preparation")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreparationApi {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;

    PreparationApi(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
    }

    /** @param evidence for done @param reason for blocked */
    public record Transition(String to, String evidence, String reason) {
    }

    /** @param owner a person of the team; null for anybody of it */
    public record Owner(String owner) {
    }

    public record Text(String text) {
    }

    /** One more for the same team, due with the one it stands beside. */
    public record Addition(String title, String kind) {
    }

    public record Found(String title, String system) {
    }

    /** In order of time. @param mine only what is the viewer's or their teams' */
    @GET
    public PagedList<PreparationView> list(@QueryParam("mine") boolean mine) {
        return PagedList.whole(preparationViews.of(mine ? preparationAccess.mine() : preparationAccess.all()));
    }

    @GET
    @Path("{item}")
    public PreparationView show(UUID item) {
        return preparationViews.of(preparationAccess.item(item));
    }

    @PATCH
    @Path("{item}")
    public PreparationView give(UUID item, Owner owner) {
        PreparationItem known = preparationAccess.item(item);
        if (owner == null) {
            throw Problem.invalid("owner", "Name who is to do it; null for anybody of the team.");
        }
        return preparationViews.of(preparationActions.give(known, owner.owner(), preparationAccess.part(known)));
    }

    @POST
    @Path("{item}/transitions")
    public PreparationView move(UUID item, Transition transition) {
        PreparationItem known = preparationAccess.item(item);
        return preparationViews.of(preparationActions.move(known, wish(transition), preparationAccess.part(known)));
    }

    @GET
    @Path("{item}/comments")
    public PagedList<PreparationViews.Said> comments(UUID item) {
        return PagedList.whole(preparationViews.comments(preparationAccess.item(item)));
    }

    @POST
    @Path("{item}/comments")
    public Response comment(UUID item, Text text) {
        PreparationItem known = preparationAccess.item(item);
        return created(preparationViews.of(
                preparationActions.comment(known, text == null ? null : text.text(), preparationAccess.part(known)), known));
    }

    @POST
    @Path("{item}/additions")
    public Response add(UUID item, Addition addition) {
        PreparationItem known = preparationAccess.item(item);
        return created(preparationViews.of(preparationActions.addBeside(known, addition == null ? null : addition.kind(),
                addition == null ? null : addition.title(), preparationAccess.part(known))));
    }

    @GET
    @Path("{item}/single-points")
    public PagedList<PreparationViews.Point> points(UUID item) {
        return PagedList.whole(preparationViews.points(SinglePoint.of(preparationAccess.item(item).id)));
    }

    @POST
    @Path("{item}/single-points")
    public Response found(UUID item, Found found) {
        PreparationItem known = preparationAccess.item(item);
        return created(preparationViews.of(preparationActions.found(known, found == null ? null : found.title(),
                found == null ? null : found.system(), preparationAccess.part(known))));
    }

    static PreparationActions.Wish wish(Transition transition) {
        if (transition == null) {
            throw Problem.invalid("to", "to is one of started, done, blocked, verified.");
        }
        return new PreparationActions.Wish(transition.to(), transition.evidence(), transition.reason());
    }

    static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
