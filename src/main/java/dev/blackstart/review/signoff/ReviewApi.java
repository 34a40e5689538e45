package dev.blackstart.review.signoff;

import java.time.Clock;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** The review of an exercise, from ENDEX on. */
@Path("/api/exercises/{id}/review")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewApi {

    private final Reviews reviews;
    private final CurrentAccess current;
    private final Clock clock;

    ReviewApi(Reviews reviews, CurrentAccess current, Clock clock) {
        this.reviews = reviews;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Transactional
    public ReviewView read(UUID id) {
        Exercise exercise = Exercise.findById(id);
        Reviews.mustBeOpen(exercise);
        return ReviewView.of(exercise, reviews.find(exercise), clock.instant());
    }

    @PUT
    @Transactional
    public ReviewView change(UUID id, ReviewPlan plan) {
        reviews.change(id, plan, current.get());
        return read(id);
    }
}
