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

import dev.blackstart.web.Listing;
import dev.blackstart.web.Problem;
import io.quarkus.security.Authenticated;

/** Preparation by its own ids: what teams get ready, whether or not they may know what for. */
@Path("/api/preparation")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreparationApi {

    private final Access access;
    private final Work work;
    private final Views views;

    PreparationApi(Access access, Work work, Views views) {
        this.access = access;
        this.work = work;
        this.views = views;
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
    public Listing<PreparationView> list(@QueryParam("mine") boolean mine) {
        return Listing.whole(views.of(mine ? access.mine() : access.all()));
    }

    @GET
    @Path("{item}")
    public PreparationView show(UUID item) {
        return views.of(access.item(item));
    }

    @PATCH
    @Path("{item}")
    public PreparationView give(UUID item, Owner owner) {
        PreparationItem known = access.item(item);
        if (owner == null) {
            throw Problem.invalid("owner", "Name who is to do it; null for anybody of the team.");
        }
        return views.of(work.give(known, owner.owner(), access.part(known)));
    }

    @POST
    @Path("{item}/transitions")
    public PreparationView move(UUID item, Transition transition) {
        PreparationItem known = access.item(item);
        return views.of(work.move(known, wish(transition), access.part(known)));
    }

    @GET
    @Path("{item}/comments")
    public Listing<Views.Said> comments(UUID item) {
        return Listing.whole(views.comments(access.item(item)));
    }

    @POST
    @Path("{item}/comments")
    public Response comment(UUID item, Text text) {
        PreparationItem known = access.item(item);
        return created(views.of(work.comment(known, text == null ? null : text.text(), access.part(known)), known));
    }

    @POST
    @Path("{item}/additions")
    public Response add(UUID item, Addition addition) {
        PreparationItem known = access.item(item);
        return created(views.of(work.addBeside(known, addition == null ? null : addition.kind(),
                addition == null ? null : addition.title(), access.part(known))));
    }

    @GET
    @Path("{item}/single-points")
    public Listing<Views.Point> points(UUID item) {
        return Listing.whole(views.points(SinglePoint.of(access.item(item).id)));
    }

    @POST
    @Path("{item}/single-points")
    public Response found(UUID item, Found found) {
        PreparationItem known = access.item(item);
        return created(views.of(work.found(known, found == null ? null : found.title(),
                found == null ? null : found.system(), access.part(known))));
    }

    static Work.Wish wish(Transition transition) {
        if (transition == null) {
            throw Problem.invalid("to", "to is one of started, done, blocked, verified.");
        }
        return new Work.Wish(transition.to(), transition.evidence(), transition.reason());
    }

    static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
