package dev.blackstart.exercise.concern;

import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Concerns about the plan of an exercise, from whoever knows of the exercise. */
@Path("/api/exercises/{id}/concerns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConcernApi {

    private final Concerns concerns;
    private final CurrentAccess current;
    private final Viewer viewer;

    ConcernApi(Concerns concerns, CurrentAccess current, Viewer viewer) {
        this.concerns = concerns;
        this.current = current;
        this.viewer = viewer;
    }

    /** @param anonymous whether it is kept without its author; left out for no */
    public record Raising(String text, Boolean anonymous) {
    }

    /** All of them for control staff; for others, what they raised under their own name. */
    @GET
    @Transactional
    public PagedList<ConcernView> list(UUID id) {
        return PagedList.whole(ConcernView.of(Exercise.<Exercise> findById(id).planKey, current.get().control(), viewer.key()));
    }

    @POST
    @Transactional
    public Response raise(UUID id, Raising raising) {
        return created(concerns, Exercise.<Exercise> findById(id).planKey, raising, viewer.key());
    }

    /** @param planKey of a plan that the person may raise a concern about */
    public static Response created(Concerns concerns, String planKey, Raising raising, String person) {
        if (raising == null) {
            throw Problem.invalid("text", "Say what worries you.");
        }
        PlanConcern concern = concerns.raise(planKey, raising.text(), Boolean.TRUE.equals(raising.anonymous()), person);
        return Response.status(Response.Status.CREATED).entity(ConcernView.of(concern)).build();
    }
}
