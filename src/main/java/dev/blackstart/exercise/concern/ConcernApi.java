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

import dev.blackstart.catalogue.Plan;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Concerns about a plan, from whoever reads it or knows of an exercise of it. */
@Path("/api")
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

    public record Answering(String text) {
    }

    /** All of them for control staff; for others, what they raised under their own name. */
    @GET
    @Path("exercises/{id}/concerns")
    @Transactional
    public PagedList<ConcernView> ofExercise(UUID id) {
        return PagedList.whole(ConcernView.of(Exercise.<Exercise> findById(id).planKey, current.get().control(), viewer.key()));
    }

    @POST
    @Path("exercises/{id}/concerns")
    @Transactional
    public Response raise(UUID id, Raising raising) {
        return raised(Exercise.<Exercise> findById(id).planKey, raising);
    }

    @GET
    @Path("plans/{key}/concerns")
    @Transactional
    public PagedList<ConcernView> ofPlan(String key) {
        readable(key);
        return PagedList.whole(ConcernView.of(key, true, viewer.key()));
    }

    @POST
    @Path("plans/{key}/concerns")
    @Transactional
    public Response raise(String key, Raising raising) {
        readable(key);
        return raised(key, raising);
    }

    @POST
    @Path("plans/{key}/concerns/{concern}/answers")
    @Transactional
    public ConcernView answer(String key, UUID concern, Answering answering) {
        readable(key);
        return ConcernView.of(concerns.answer(concern, key, answering == null ? null : answering.text(), viewer.key()));
    }

    private Response raised(String planKey, Raising raising) {
        if (raising == null) {
            throw Problem.invalid("text", "Say what worries you.");
        }
        PlanConcern concern = concerns.raise(planKey, raising.text(), Boolean.TRUE.equals(raising.anonymous()), viewer.key());
        return Response.status(Response.Status.CREATED).entity(ConcernView.of(concern)).build();
    }

    private void readable(String key) {
        if (Plan.visible(key, viewer.key(), viewer.isMaster()) == null) {
            throw Problem.notFound();
        }
    }
}
