package dev.blackstart.followup;

import java.net.URI;
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

import dev.blackstart.followup.action.ActionDraft;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectDraft;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.triage.Defects;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Latent defects: open, list, change, accept their risk, give out actions. */
@Path("/api/defects")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DefectApi {

    private final Defects defects;
    private final Actions actions;
    private final FollowupViews followupViews;
    private final FollowupAccess followupAccess;
    private final FollowupJob followupJob;

    DefectApi(Defects defects, Actions actions, FollowupViews followupViews, FollowupAccess followupAccess,
            FollowupJob followupJob) {
        this.defects = defects;
        this.actions = actions;
        this.followupViews = followupViews;
        this.followupAccess = followupAccess;
        this.followupJob = followupJob;
    }

    /**
     * @param findings ids of those that show it; none where preparation showed it, then with a single point
     * @param recurrenceOf the earlier defect, by reference or id
     * @param singlePoint of failure that it is, by reference or id
     */
    public record Opening(List<UUID> findings, String title, String text, String exposedBy, List<String> contributingFactors,
            List<String> systems, String principle, String severity, String likelihood, String recurrenceOf,
            String singlePoint) {
    }

    /** What changes; null leaves a part. @param singlePoint empty takes it off */
    public record Change(String title, String text, String exposedBy, List<String> contributingFactors, List<String> systems,
            String principle, String severity, String likelihood, String recurrenceOf, String singlePoint) {
    }

    /** @param to accepted (with reason and until) or open (with reason) */
    public record Transition(String to, String reason, String approver, String until) {
    }

    /**
     * @param due a day or an instant; within two weeks, else with an exception
     * @param override why an intention has to do
     * @param preventsSimilar yes, no or unsure: would it prevent a similar event, not only this one
     * @param instead the sixth open action: id of the open one that is dropped for it
     * @param reason the sixth open action: why the defect needs one more
     */
    public record Task(String title, String owner, String due, String kind, String link, String exception, String override,
            String preventsSimilar, String instead, String reason) {
    }

    @POST
    public Response open(Opening opening) {
        if (opening == null) {
            throw Problem.invalid("findings",
                    "Name the findings that show the defect, or the singlePoint of failure that it is.");
        }
        UUID id = defects.open(opening.findings(),
                new DefectDraft(opening.title(), opening.text(), opening.exposedBy(), opening.contributingFactors(),
                        opening.systems(), opening.principle(), opening.severity(), opening.likelihood(),
                        opening.recurrenceOf(),
                        opening.singlePoint()),
                followupAccess.person());
        return Response.status(Response.Status.CREATED).location(URI.create("/api/defects/" + id))
                .entity(followupViews.defect(id))
                .build();
    }

    @GET
    public PagedList<DefectView> list(@QueryParam("state") String state, @QueryParam("exercise") UUID exercise,
            @QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        followupJob.run();
        Defect last = after == null ? null : Defect.findById(after);
        if (after != null && (last == null || !followupAccess.controls(last.exerciseId))) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
        if (exercise != null && !followupAccess.controls(exercise)) {
            return new PagedList<>(List.of(), null);
        }
        List<Defect> found = followupAccess.defects(new Filter()
                .and("d.state = :state", "state", Choice.of("state", Defect.State.class, state))
                .and("d.exerciseId = :exercise or exists (select 1 from Finding f where f.defectId = d.id and f.exerciseId = :exercise)",
                        "exercise", exercise),
                last, most);
        return new PagedList<>(followupViews.defects(found), found.size() == most ? found.get(most - 1).id.toString() : null);
    }

    @GET
    @Path("{id}")
    public DefectView show(UUID id) {
        followupJob.run();
        return followupViews.defect(id);
    }

    @PATCH
    @Path("{id}")
    public DefectView change(UUID id, Change change) {
        if (change == null) {
            throw Problem.invalid("title", "Say what changes.");
        }
        defects.change(id, new DefectDraft(change.title(), change.text(), change.exposedBy(), change.contributingFactors(),
                change.systems(), change.principle(), change.severity(), change.likelihood(), change.recurrenceOf(),
                change.singlePoint()),
                followupAccess.person());
        return followupViews.defect(id);
    }

    @POST
    @Path("{id}/transitions")
    public DefectView move(UUID id, Transition transition) {
        if (transition == null) {
            throw Problem.invalid("to", "to is accepted or open.");
        }
        defects.move(id, transition.to(), transition.reason(), transition.approver(), transition.until(),
                followupAccess.control(followupAccess.defect(id).exerciseId));
        return followupViews.defect(id);
    }

    @POST
    @Path("{id}/actions")
    public Response act(UUID id, Task task) {
        if (task == null) {
            throw Problem.invalid("title", "Say what is to be done, and by whom.");
        }
        UUID action = actions.open(id, new ActionDraft(task.title(), task.owner(), task.due(), task.kind(), task.link(),
                task.exception(), task.override(), task.preventsSimilar(), task.instead(), task.reason()),
                followupAccess.person());
        return Response.status(Response.Status.CREATED).location(URI.create("/api/actions/" + action))
                .entity(followupViews.action(action)).build();
    }
}
