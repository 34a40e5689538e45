package dev.blackstart.evaluation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The objectives of an exercise and their ratings; and the score of its teams. */
@Path("/api/exercises/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ObjectiveApi {

    private final Ratings ratings;
    private final CurrentAccess current;

    ObjectiveApi(Ratings ratings, CurrentAccess current) {
        this.ratings = ratings;
        this.current = current;
    }

    /** @param rating P, S, M, U or not-exercised @param sentence required with M and U */
    public record Judgement(String rating, String sentence) {
    }

    @GET
    @Path("objectives")
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<ObjectiveView> objectives(UUID id) {
        return PagedList.whole(ObjectiveView.of(Exercise.findById(id)));
    }

    /** 201 for a new word, 200 for one that the same person said last. */
    @POST
    @Path("objectives/{key}/ratings")
    @RequiresPermission(Permission.JUDGE)
    public Response rate(UUID id, String key, Judgement judgement) {
        if (judgement == null) {
            throw Problem.invalid("rating", "Give the rating: P, S, M, U or not-exercised.");
        }
        Ratings.Rated rated = ratings.rate(id, key, judgement.rating(), judgement.sentence(), current.get());
        return Response.status(rated.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ObjectiveView.Said.of(rated.rating())).build();
    }

    /** Control staff at any time; the roster of a game after ENDEX; for everybody else there is none. */
    @GET
    @Path("scoreboard")
    @RequiresPermission(Permission.TAKE_PART)
    public PagedList<Scoreboard.Score> scoreboard(UUID id) {
        return PagedList.whole(Scoreboard.shown(Exercise.findById(id), current.get()).scores());
    }
}
