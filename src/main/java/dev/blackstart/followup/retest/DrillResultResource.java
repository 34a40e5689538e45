package dev.blackstart.followup.retest;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.DrillResults;
import dev.blackstart.drills.signal.ResultProposal;
import dev.blackstart.drills.view.DrillView;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The form on which somebody who owns neither the drill nor what it retests says what it showed. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DrillResultResource {

    private final RetestResults retestResults;
    private final DrillViews drills;
    private final ResultProposal proposal;
    private final FollowupAccess followupAccess;
    private final CurrentAccess current;
    private final Viewer viewer;

    DrillResultResource(RetestResults retestResults, DrillViews drills, ResultProposal proposal, FollowupAccess followupAccess,
            CurrentAccess current, Viewer viewer) {
        this.proposal = proposal;
        this.retestResults = retestResults;
        this.drills = drills;
        this.followupAccess = followupAccess;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance drillResult(PageContext page, UUID exercise, DrillView drill,
                List<ActionView.Subject> retests, boolean mayJudge, List<String> results, Form form);
    }

    /** What was typed, and what is wrong with it. */
    public record Form(String result, String reason, String field, String problem) {

        public String errorOf(String name) {
            return name.equals(field) ? problem : null;
        }
    }

    @GET
    @Path("drills/{key}/result")
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id, String key) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        if (drill.result != null) {
            return page(id, drill, new Form(drill.result.key(), drill.resultReason, null, null));
        }
        ResultProposal.Proposal proposed = proposal.of(Exercise.findById(id), drill);
        return page(id, drill, new Form(proposed.result(), proposed.text(), null, null));
    }

    @POST
    @Path("drills/{key}/result")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(UUID id, String key, @RestForm String result, @RestForm String reason) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        try {
            retestResults.judge(id, key, result, reason, current.get());
            return Response.seeOther(URI.create("/exercises/" + id + "#drills")).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(id, drill, new Form(result, reason, problem.field(), problem.getMessage()))).build();
        }
    }

    private TemplateInstance page(UUID id, Drill drill, Form form) {
        Exercise exercise = Exercise.findById(id);
        PlanDocument.Drill planned = exercise.plan().drill(drill.key).orElseThrow();
        List<ActionView.Subject> retests = RetestResults.named(planned.retests()).stream()
                .map(defect -> followupAccess.controls(defect.exerciseId)
                        ? new ActionView.Subject(defect.id, defect.reference, defect.title)
                        : new ActionView.Subject(null, defect.reference, null))
                .toList();
        return Templates.drillResult(viewer.page("Result · " + drill.title, "programme"),
                id, drills.of(drill, exercise, current.get()), retests,
                RetestResults.mayJudge(exercise, planned, current.get()),
                DrillResults.possible(exercise, drill).stream().map(DrillResult::key).toList(), form);
    }
}
