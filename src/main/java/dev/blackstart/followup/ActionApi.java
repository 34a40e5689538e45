package dev.blackstart.followup;

import java.time.Clock;
import java.util.List;
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

import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionQuery;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.rehearse.ActionDrills;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Action items: list, move, change. */
@Path("/api/actions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActionApi {

    private final Actions actions;
    private final FollowupViews followupViews;
    private final FollowupAccess followupAccess;
    private final ActionAccess actionAccess;
    private final FollowupJob followupJob;
    private final ActionDrills actionDrills;
    private final Clock clock;

    ActionApi(Actions actions, FollowupViews followupViews, FollowupAccess followupAccess, ActionAccess actionAccess,
            FollowupJob followupJob, ActionDrills actionDrills, Clock clock) {
        this.actions = actions;
        this.followupViews = followupViews;
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
        this.followupJob = followupJob;
        this.actionDrills = actionDrills;
        this.clock = clock;
    }

    /** @param to open, in-progress, done, verified (with evidence) or dropped (with a reason) */
    public record Transition(String to, String reason, String evidence) {
    }

    /** What changes; null leaves a part. @param due beyond two weeks with an exception, granted by a lead */
    public record Change(String owner, String due, String exception, String link) {
    }

    /** The most risk removed first, then by due day. */
    @GET
    public PagedList<ActionView> list(@QueryParam("mine") boolean mine, @QueryParam("owner") String owner,
            @QueryParam("team") String team, @QueryParam("state") String state, @QueryParam("rank") String rank,
            @QueryParam("kind") String kind, @QueryParam("overdue") boolean overdue, @QueryParam("exercise") UUID exercise,
            @QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        followupJob.run();
        if (exercise != null && !followupAccess.controls(exercise)) {
            return new PagedList<>(List.of(), null); // of which exercise an action is, its owner does not learn
        }
        ActionItem last = after == null ? null : last(after);
        List<ActionItem> found = actionAccess.actions(new ActionQuery(mine ? followupAccess.person() : owner, team, state, rank,
                kind, overdue, exercise, null).filter(clock.instant()), last, most);
        return new PagedList<>(followupViews.actions(found), found.size() == most ? found.get(most - 1).id.toString() : null);
    }

    private ActionItem last(UUID after) {
        try {
            return actionAccess.action(after);
        } catch (Problem hidden) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
    }

    @GET
    @Path("{id}")
    public ActionView show(UUID id) {
        followupJob.run();
        return followupViews.action(id);
    }

    @PATCH
    @Path("{id}")
    public ActionView change(UUID id, Change change) {
        if (change == null) {
            throw Problem.invalid("due", "Say what changes: owner, due or link.");
        }
        actions.change(id, change.owner(), change.due(), change.exception(), change.link());
        return followupViews.action(id);
    }

    /** @param plan its key @param targets keys of systems of the plan; none for those of the defect */
    public record Rehearsal(String plan, List<String> targets) {
    }

    /** Makes a drill in a plan of an action of kind rehearse. */
    @POST
    @Path("{id}/drill")
    public Response rehearse(UUID id, Rehearsal rehearsal) {
        if (rehearsal == null) {
            throw Problem.invalid("plan", "Name the plan that gets the drill.");
        }
        return Response.status(Response.Status.CREATED)
                .entity(actionDrills.make(id, rehearsal.plan(), rehearsal.targets())).build();
    }

    @POST
    @Path("{id}/transitions")
    public ActionView move(UUID id, Transition transition) {
        if (transition == null) {
            throw Problem.invalid("to", "Say where to move the action.");
        }
        actions.move(id, new Actions.Move(transition.to(), transition.reason(), transition.evidence()));
        return followupViews.action(id);
    }
}
