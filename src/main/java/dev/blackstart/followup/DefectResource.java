package dev.blackstart.followup;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.action.ActionDraft;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectDraft;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.offer.OfferView;
import dev.blackstart.followup.triage.Defects;
import dev.blackstart.followup.triage.TriageResource;
import dev.blackstart.followup.triage.TriageResource.Labels;
import dev.blackstart.followup.triage.TriageView;
import dev.blackstart.people.Picked;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Latent defects: the list, and the chain from finding to proof of each. */
@Path("/defects")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DefectResource {

    private static final int SHOWN = 100;

    private final Defects defects;
    private final Actions actions;
    private final FollowupViews followupViews;
    private final FollowupAccess followupAccess;
    private final FollowupJob followupJob;
    private final Viewer viewer;
    private final Clock clock;

    DefectResource(Defects defects, Actions actions, FollowupViews followupViews, FollowupAccess followupAccess,
            FollowupJob followupJob,
            Viewer viewer, Clock clock) {
        this.defects = defects;
        this.actions = actions;
        this.followupViews = followupViews;
        this.followupAccess = followupAccess;
        this.followupJob = followupJob;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance defects(PageContext page, List<DefectView> defects, String state, String words,
                String total,
                List<String> states,
                String older);

        static native TemplateInstance defect(PageContext page, DefectView defect, List<FindingView> findings,
                List<OfferView> offers,
                boolean mayTriage,
                boolean mayAccept, Form form, FormState said, List<String> kinds, List<String> answers, Labels labels);

        static native TemplateInstance open(PageContext page, SinglePoint point, FormState typed, Labels labels);
    }

    /** What was typed for an action, a risk or the reopening, and what is wrong with it. */
    public record Form(String act, String title, String owner, String due, String kind, String link, String exception,
            String override, String preventsSimilar, String instead, String reason, String until, String field,
            String problem) {

        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        public String errorOf(String of, String name) {
            return of.equals(act) && name.equals(field) ? problem : null;
        }

        public boolean isOf(String of) {
            return of.equals(act);
        }

        /** A reason is asked for only where one is needed. */
        public boolean isIntention() {
            return isOf("action") && "title".equals(field) || override != null && !override.isBlank();
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("q") String words,
            @QueryParam("after") UUID after) {
        followupJob.run();
        Defect last = after == null ? null : followupAccess.defect(after);
        String asked = TriageResource.words(words);
        List<Defect> found = followupAccess.defects(filter(state, asked), last, SHOWN);
        return Templates.defects(viewer.page("Defects", "findings"), followupViews.defects(found), state, asked,
                TriageView.total(followupAccess.countDefects(filter(state, asked))), Choice.keys(Defect.State.class),
                found.size() == SHOWN
                        ? "/defects?after=" + found.get(SHOWN - 1).id
                                + (TriageResource.blank(state) == null ? "" : "&state=" + state)
                                + (asked == null ? "" : "&q=" + Texts.path(asked))
                        : null);
    }

    private static Filter filter(String state, String words) {
        return new Filter().and("d.state = :state", "state", Choice.of("state", Defect.State.class, state)).and(
                "lower(d.title) like :words escape '!' or lower(d.reference) like :words escape '!'", "words",
                words == null ? null : Texts.pattern(words));
    }

    /** A defect that preparation showed, without any finding. @param singlePoint of failure, by reference or id */
    @GET
    @Path("new")
    public TemplateInstance blank(@QueryParam("singlePoint") String singlePoint) {
        SinglePoint point = triaged(singlePoint);
        return opening(point, FormState.in("open", "title", point.title, "systems",
                String.join(" ", DefectDraft.systemsOf(point))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestForm String singlePoint, @RestForm String title, @RestForm String text, @RestForm String factors,
            @RestForm String systems, @RestForm String principle, @RestForm String severity, @RestForm String likelihood,
            @RestForm String recurrenceOf) {
        SinglePoint point = triaged(singlePoint);
        try {
            UUID defect = defects.open(List.of(), new DefectDraft(title, text, null, TriageResource.lines(factors, "\\R"),
                    TriageResource.lines(systems, "[,\\s]+"), principle, severity, likelihood, recurrenceOf, point.reference),
                    viewer.key());
            return Response.seeOther(URI.create("/defects/" + defect)).build();
        } catch (Problem problem) {
            FormState typed = FormState.in("open", "title", title, "text", text, "contributingFactors", factors, "systems",
                    systems,
                    "principle", principle, "severity", severity, "likelihood", likelihood, "recurrenceOf", recurrenceOf);
            return Response.status(problem.status).entity(opening(point, typed.refused(problem))).build();
        }
    }

    /** @throws Problem 404 where it does not exist for the viewer, 403 where they do not triage */
    private SinglePoint triaged(String name) {
        SinglePoint point = SinglePoints.find(name, viewer.key(), viewer.isMaster());
        if (point == null) {
            throw Problem.notFound();
        }
        followupAccess.mustTriage(point);
        return point;
    }

    private TemplateInstance opening(SinglePoint point, FormState typed) {
        return Templates.open(viewer.page("Open a defect", "findings"), point, typed, Labels.ALL);
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(UUID id) {
        followupJob.run();
        return page(id, Form.EMPTY, null);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "title", "text", "exposedBy", "factors", "systems", "principle", "severity", "likelihood", "recurrenceOf",
            "singlePoint" })
    public Response change(UUID id, @RestForm String title, @RestForm String text, @RestForm String exposedBy,
            @RestForm String factors, @RestForm String systems, @RestForm String principle, @RestForm String severity,
            @RestForm String likelihood, @RestForm String recurrenceOf, @RestForm String singlePoint) {
        try {
            defects.change(id, new DefectDraft(title, text, exposedBy, TriageResource.lines(factors, "\\R"),
                    TriageResource.lines(systems, "[,\\s]+"), principle, severity, likelihood, recurrenceOf, singlePoint),
                    viewer.key());
            return Response.seeOther(URI.create("/defects/" + id)).build();
        } catch (Problem problem) {
            FormState said = FormState.in("change", "title", title, "text", text, "contributingFactors", factors, "systems",
                    systems,
                    "exposedBy", exposedBy, "principle", principle, "severity", severity, "likelihood", likelihood,
                    "recurrenceOf",
                    recurrenceOf,
                    "singlePoint", singlePoint);
            return Response.status(problem.status).entity(page(id, Form.EMPTY, said.refused(problem))).build();
        }
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(UUID id, @RestForm String title, @RestForm String owner, @RestForm String due, @RestForm String kind,
            @RestForm String link, @RestForm String exception, @RestForm String override, @RestForm String preventsSimilar,
            @RestForm String instead, @RestForm String reason) {
        return then(id, "action", new Form(null, title, owner, due, kind, link, exception, override, preventsSimilar, instead,
                reason, null, null, null),
                () -> actions.open(id, new ActionDraft(title, Picked.person("owner", owner), due, kind, link, exception,
                        override, preventsSimilar, instead, reason), viewer.key()));
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String reason, @RestForm String until) {
        return then(id, to, new Form(null, null, null, null, null, null, null, null, null, null, reason, until, null, null),
                () -> defects.move(id, to, reason, null, until, followupAccess.control(followupAccess.defect(id).exerciseId)));
    }

    private Response then(UUID id, String act, Form typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/defects/" + id)).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(id, new Form(act, typed.title(), typed.owner(), typed.due(), typed.kind(), typed.link(),
                            typed.exception(), typed.override(), typed.preventsSimilar(), typed.instead(), typed.reason(),
                            typed.until(), problem.field(),
                            problem.getMessage()), null))
                    .build();
        }
    }

    /** @param said what was typed to say the defect better; null for what it says now */
    private TemplateInstance page(UUID id, Form form, FormState said) {
        DefectView defect = followupViews.defect(id);
        ExerciseAccess sight = followupAccess.control(defect.exercise());
        List<FindingView> findings = Finding.ofDefect(id).stream()
                .filter(finding -> followupAccess.controls(finding.exerciseId))
                .map(finding -> FindingView.of(finding, Exercise.findById(finding.exerciseId),
                        followupAccess.control(finding.exerciseId)))
                .toList();
        return Templates.defect(viewer.page(defect.reference() + " · " + defect.title(), "findings"), defect, findings,
                OfferView.ofDefect(id, clock.instant()),
                sight.may(Permission.TRIAGE), sight.may(Permission.CLOSE), form, said == null ? now(defect) : said,
                Choice.keys(ActionItem.Kind.class), Choice.keys(ActionItem.PreventsSimilar.class),
                Labels.ALL);
    }

    private static FormState now(DefectView defect) {
        return FormState.in(null, "title", defect.title(), "text", defect.text(), "contributingFactors",
                String.join("\n", defect.contributingFactors()), "systems", String.join(" ", defect.systems()), "exposedBy",
                defect.exposedBy(), "principle", defect.principle(), "severity", defect.severity(), "likelihood",
                defect.likelihood(), "singlePoint",
                defect.singlePoint() == null ? null : defect.singlePoint().reference());
    }
}
