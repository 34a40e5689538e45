package dev.blackstart.followup;

import java.net.URI;
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

import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.TriageResource.Labels;
import dev.blackstart.people.Person;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.Right;
import dev.blackstart.planning.Sight;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
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
    private final Views views;
    private final Access access;
    private final Upkeep upkeep;
    private final Viewer viewer;

    DefectResource(Defects defects, Actions actions, Views views, Access access, Upkeep upkeep, Viewer viewer) {
        this.defects = defects;
        this.actions = actions;
        this.views = views;
        this.access = access;
        this.upkeep = upkeep;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance defects(Page page, List<DefectView> defects, String state, List<String> states,
                String older);

        static native TemplateInstance defect(Page page, DefectView defect, List<FindingView> findings, boolean mayTriage,
                boolean mayAccept, Form form, List<Person> people, List<String> kinds, Labels labels);
    }

    /** What was typed for an action, a risk or the reopening, and what is wrong with it. */
    public record Form(String act, String title, String owner, String due, String kind, String link, String exception,
            String override, String reason, String until, String field, String problem) {

        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null, null, null);

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
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("after") UUID after) {
        upkeep.run();
        Defect last = after == null ? null : access.defect(after);
        List<Defect> found = access.defects(
                new Filter().and("d.state = :state", "state", Choice.of("state", Defect.State.class, state)), last, SHOWN);
        return Templates.defects(viewer.page("Defects", "findings"), views.defects(found), state,
                Choice.keys(Defect.State.class),
                found.size() == SHOWN
                        ? "/defects?after=" + found.get(SHOWN - 1).id
                                + (TriageResource.blank(state) == null ? "" : "&state=" + state)
                        : null);
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(UUID id) {
        upkeep.run();
        return page(id, Form.EMPTY);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, @RestForm String title, @RestForm String text, @RestForm String exposedBy,
            @RestForm String factors, @RestForm String systems, @RestForm String principle, @RestForm String severity,
            @RestForm String recurrenceOf) {
        return then(id, "change", Form.EMPTY,
                () -> defects.change(id, new DefectDraft(title, text, exposedBy, TriageResource.lines(factors, "\\R"),
                        TriageResource.lines(systems, "[,\\s]+"), principle, severity, recurrenceOf), viewer.key()));
    }

    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(UUID id, @RestForm String title, @RestForm String owner, @RestForm String due, @RestForm String kind,
            @RestForm String link, @RestForm String exception, @RestForm String override) {
        return then(id, "action", new Form(null, title, owner, due, kind, link, exception, override, null, null, null, null),
                () -> actions.open(id, new ActionDraft(title, owner, due, kind, link, exception, override), viewer.key()));
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String reason, @RestForm String until) {
        return then(id, to, new Form(null, null, null, null, null, null, null, null, reason, until, null, null),
                () -> defects.move(id, to, reason, null, until, access.control(access.defect(id).exerciseId)));
    }

    private Response then(UUID id, String act, Form typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/defects/" + id)).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(id, new Form(act, typed.title(), typed.owner(), typed.due(), typed.kind(), typed.link(),
                            typed.exception(), typed.override(), typed.reason(), typed.until(), problem.field(),
                            problem.getMessage())))
                    .build();
        }
    }

    private TemplateInstance page(UUID id, Form form) {
        DefectView defect = views.defect(id);
        Sight sight = access.control(defect.exercise());
        List<FindingView> findings = Finding.ofDefect(id).stream().filter(finding -> access.controls(finding.exerciseId))
                .map(finding -> FindingView.of(finding, Exercise.findById(finding.exerciseId),
                        access.control(finding.exerciseId)))
                .toList();
        return Templates.defect(viewer.page(defect.reference() + " · " + defect.title(), "findings"), defect, findings,
                sight.may(Right.TRIAGE), sight.may(Right.CLOSE), form, Person.presentByKey(),
                Choice.keys(ActionItem.Kind.class),
                Labels.ALL);
    }
}
