package dev.blackstart.preparation;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Right;
import dev.blackstart.web.Listing;
import dev.blackstart.web.Problem;
import io.quarkus.security.Authenticated;

/** The preparation of one exercise, by the plan's keys: for control staff. */
@Path("/api/exercises/{id}/preparation")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExercisePreparationApi {

    private final Access access;
    private final Work work;
    private final Views views;

    ExercisePreparationApi(Access access, Work work, Views views) {
        this.access = access;
        this.work = work;
        this.views = views;
    }

    /**
     * @param dueAt null for right before the start @param title its team reads it, also where it may not know what it is for
     */
    public record Addition(String team, String kind, String title, Instant dueAt, boolean blocking) {
    }

    @GET
    @Requires(Right.SEE_CONTROL)
    public Listing<PreparationView> list(UUID id) {
        return Listing.whole(views.ofExercise(id));
    }

    @POST
    @Requires(Right.SEE_CONTROL)
    public Response add(UUID id, Addition addition) {
        if (addition == null) {
            throw Problem.invalid("title", "Say what is to be done.");
        }
        return PreparationApi.created(views.of(work.add(id, addition.team(), addition.kind(), addition.title(),
                addition.dueAt(), addition.blocking(), access.person())));
    }

    @POST
    @Path("{key}/transitions")
    @Requires(Right.SEE_CONTROL)
    public PreparationView move(UUID id, String key, PreparationApi.Transition transition) {
        PreparationItem known = PreparationItem.of(id, key);
        if (known == null) {
            throw Problem.notFound();
        }
        return views.of(work.move(known, PreparationApi.wish(transition), access.part(known)));
    }
}
