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
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Concerns about a plan, from whoever may read it; its approvers answer. */
@Path("/api/plans/{key}/concerns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanConcernApi {

    private final Concerns concerns;
    private final Viewer viewer;

    PlanConcernApi(Concerns concerns, Viewer viewer) {
        this.concerns = concerns;
        this.viewer = viewer;
    }

    public record Answering(String text) {
    }

    @GET
    @Transactional
    public PagedList<ConcernView> list(String key) {
        readable(key, viewer);
        return PagedList.whole(ConcernView.of(key, true, viewer.key()));
    }

    @POST
    @Transactional
    public Response raise(String key, ConcernApi.Raising raising) {
        readable(key, viewer);
        return ConcernApi.created(concerns, key, raising, viewer.key());
    }

    @POST
    @Path("{concern}/answers")
    @Transactional
    public ConcernView answer(String key, UUID concern, Answering answering) {
        readable(key, viewer);
        return ConcernView.of(concerns.answer(concern, key, answering == null ? null : answering.text(), viewer.key()));
    }

    /** @throws Problem 404 where there is no such plan for the viewer */
    static Plan readable(String key, Viewer viewer) {
        Plan plan = Plan.visible(key, viewer.key(), viewer.isMaster());
        if (plan == null) {
            throw Problem.notFound();
        }
        return plan;
    }
}
