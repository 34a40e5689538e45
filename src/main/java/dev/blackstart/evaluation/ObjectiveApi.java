package dev.blackstart.evaluation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.planning.CurrentSight;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Right;
import dev.blackstart.web.Listing;
import dev.blackstart.web.Problem;
import io.quarkus.security.Authenticated;

/** The objectives of an exercise and their ratings; and the score of its teams. */
@Path("/api/exercises/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ObjectiveApi {

    private final Ratings ratings;
    private final CurrentSight current;

    ObjectiveApi(Ratings ratings, CurrentSight current) {
        this.ratings = ratings;
        this.current = current;
    }

    /** @param rating P, S, M, U or not-exercised @param sentence required with M and U */
    public record Judgement(String rating, String sentence) {
    }

    @GET
    @Path("objectives")
    @Requires(Right.SEE_CONTROL)
    public Listing<ObjectiveView> objectives(UUID id) {
        return Listing.whole(ObjectiveView.of(Exercise.findById(id)));
    }

    /** 201 for a new word, 200 for one that the same person said last. */
    @POST
    @Path("objectives/{key}/ratings")
    @Requires(Right.JUDGE)
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
    @Requires(Right.TAKE_PART)
    public Listing<Scoreboard.Score> scoreboard(UUID id) {
        return Listing.whole(Scoreboard.shown(Exercise.findById(id), current.get()).scores());
    }
}
