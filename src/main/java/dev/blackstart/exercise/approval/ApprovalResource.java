package dev.blackstart.exercise.approval;

import java.util.List;
import java.util.Set;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.reading.PlanDifference;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What an approver reads before they decide: the plan in numbers, who else said what, and the two forms. */
@Path("/plans/{key}/approvals")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ApprovalResource {

    private final Approvals approvals;
    private final Viewer viewer;

    ApprovalResource(Approvals approvals, Viewer viewer) {
        this.approvals = approvals;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        static native TemplateInstance approvals(PageContext page, PlanDocument plan, int revision, ApprovalStatus status,
                Numbers numbers,
                List<Approval> said, boolean may, FormState typed);
    }

    /** What somebody approves. @param holding titles of drills whose fault stays when a real emergency is called */
    public record Numbers(int drills, List<String> targets, String environment, int people, int messages,
            List<String> holding, boolean changed) {
        static Numbers of(PlanDocument plan, int revision) {
            return new Numbers(plan.drills().size(),
                    plan.drills().stream().flatMap(drill -> drill.targets().stream()).distinct().toList(),
                    plan.highestEnvironment().name().toLowerCase(),
                    (int) plan.roster().stream().map(PlanDocument.Seat::person).distinct().count(),
                    (int) plan.timeline().stream().filter(item -> item.body().kind().equals("message")).count(),
                    plan.drills().stream().filter(PlanDocument.Drill::holdsOnNoDuff).map(PlanDocument.Drill::title).toList(),
                    Approvals.approvedBefore(plan.key(), revision) != null);
        }
    }

    @GET
    @Transactional
    public TemplateInstance show(String key) {
        return page(ApprovalApi.readable(key, viewer), FormState.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(String key, @RestForm String decision, @RestForm String comment, @RestForm Integer revision) {
        try {
            QuarkusTransaction.requiringNew().run(() -> approvals.decide(ApprovalApi.readable(key, viewer), revision, decision,
                    comment, viewer.key()));
        } catch (Problem problem) {
            if (problem.status != 422 && problem.status != 409) {
                throw problem;
            }
            TemplateInstance again = QuarkusTransaction.requiringNew().call(() -> page(ApprovalApi.readable(key, viewer),
                    FormState.in("approval", "comment", comment).refused(problem)));
            return Response.status(problem.status).entity(again).build();
        }
        return ("approved".equals(decision) ? Arrived.APPROVAL : Arrived.REJECTION).at("/plans/" + key + "/approvals");
    }

    private TemplateInstance page(Plan plan, FormState typed) {
        PlanDocument document = plan.current().document();
        boolean may = document.approvers().contains(viewer.key())
                && !PlanRevision.ownersUntil(plan.key, plan.revision).contains(viewer.key());
        return Templates.approvals(viewer.page("Approval · " + document.name(), "plans"), document, plan.revision,
                ApprovalStatus.of(document, plan.revision, Set.of()), Numbers.of(document, plan.revision),
                Approval.all(plan.key),
                may, typed);
    }

    /** Lets the plan's own page, which lies below, tell how its approval stands. */
    @TemplateExtension(namespace = "approval")
    static ApprovalStatus of(PlanDocument plan, int revision) {
        return ApprovalStatus.of(plan, revision, Set.of());
    }

    /** The difference to the newest earlier revision that was approved; null where none was. */
    @TemplateExtension(namespace = "approval")
    static PlanDifference changes(PlanDocument plan, int revision) {
        Integer approved = Approvals.approvedBefore(plan.key(), revision);
        return approved == null ? null
                : PlanDifference.of(PlanRevision.of(plan.key(), approved), PlanRevision.of(plan.key(), revision));
    }
}
