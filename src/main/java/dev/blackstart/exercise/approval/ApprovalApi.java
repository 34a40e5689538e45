package dev.blackstart.exercise.approval;

import java.time.Instant;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Approvals of a plan, for those who may read it. */
@Path("/api/plans/{key}/approvals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApprovalApi {

    private final Approvals approvals;
    private final Viewer viewer;

    ApprovalApi(Approvals approvals, Viewer viewer) {
        this.approvals = approvals;
        this.viewer = viewer;
    }

    /** @param revision the one that was read; left out for the newest */
    public record Word(String decision, String comment, Integer revision) {
    }

    /** An approver's word on one revision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(int revision, String person, String decision, String comment, Instant at) {
        static Said of(Approval approval) {
            return new Said(approval.revision, approval.person, approval.decision.key(), approval.comment, approval.createdAt);
        }
    }

    /** The newest first, of all revisions. */
    @GET
    @Transactional
    public PagedList<Said> list(String key) {
        readable(key, viewer);
        List<Said> said = Approval.all(key).stream().map(Said::of).toList();
        return PagedList.whole(said);
    }

    @POST
    @Transactional
    public Response decide(String key, Word word) {
        Plan plan = readable(key, viewer);
        if (word == null) {
            throw Problem.invalid("decision", "decision is approved or rejected.");
        }
        return Response.status(Response.Status.CREATED).entity(
                Said.of(approvals.decide(plan, word.revision(), word.decision(), word.comment(), viewer.key()))).build();
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
