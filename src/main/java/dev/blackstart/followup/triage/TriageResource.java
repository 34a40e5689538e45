package dev.blackstart.followup.triage;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.findings.FindingLabels;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectDraft;
import dev.blackstart.followup.defect.Likelihood;
import dev.blackstart.followup.triage.TriageView.Form;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The triage board: findings of the exercises that the viewer conducts, one after the other. */
@Path("/findings")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class TriageResource {

    private final TriageBoards triageBoards;
    private final Triage triage;
    private final Defects defects;
    private final Viewer viewer;

    TriageResource(TriageBoards triageBoards, Triage triage, Defects defects, Viewer viewer) {
        this.triageBoards = triageBoards;
        this.triage = triage;
        this.defects = defects;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance findings(PageContext page, TriageView board, Form form, Labels labels);
    }

    /** The words to choose from. */
    public record Labels(List<String> states, List<String> kinds, List<String> severities, List<String> exposures,
            List<String> likelihoods, List<String> principles) {

        public static final Labels ALL = new Labels(Choice.keys(TriageState.class), FindingLabels.KINDS,
                FindingLabels.SEVERITIES, Choice.keys(Defect.Exposure.class), Choice.keys(Likelihood.class),
                Choice.keys(Defect.Principle.class));
    }

    /** Where the board stood when a form was sent: it goes on from there. */
    public static class From {
        @RestForm("in-exercise")
        UUID exercise;
        @RestForm("in-state")
        String state;
        @RestForm("in-kind")
        String kind;
        @RestForm("in-severity")
        String severity;
        @RestForm("in-q")
        String words;

        Sieve sieve() {
            return Sieve.of(exercise, state, kind, severity, words);
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("exercise") UUID exercise, @QueryParam("state") String state,
            @QueryParam("kind") String kind, @QueryParam("severity") String severity, @QueryParam("q") String words,
            @QueryParam("finding") UUID finding,
            @QueryParam("after") UUID after) {
        return page(triageBoards.of(Sieve.of(exercise, state, kind, severity, words), finding, after), Form.EMPTY);
    }

    @POST
    @Path("{id}/triage")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String state, @RestForm String reason, @RestForm String kind,
            @RestForm String severity, @RestForm String defect, @RestForm String singlePoint, @RestForm String outsideReader,
            @BeanParam From from) {
        String next = triageBoards.hrefAfter(from.sieve(), id);
        try {
            triage.move(id, new Triage.Wish(blank(state), reason, kind, severity, blank(defect), singlePoint,
                    blank(outsideReader)), viewer.key());
            return Response.seeOther(URI.create(next)).build();
        } catch (Problem problem) {
            String act = singlePoint != null ? "label" : blank(defect) != null || blank(state) == null ? "merge" : state;
            return refused(id, from,
                    new Form(act, null, null, null, null, null, null, null, null, null, singlePoint, defect, reason,
                            problem.field(), problem.getMessage()),
                    problem);
        }
    }

    @POST
    @Path("{id}/defect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(UUID id, @RestForm String title, @RestForm String text, @RestForm String exposedBy,
            @RestForm String factors, @RestForm String systems, @RestForm String principle, @RestForm String severity,
            @RestForm String likelihood, @RestForm String recurrenceOf, @RestForm String singlePoint) {
        try {
            UUID defect = defects.open(List.of(id), new DefectDraft(title, text, exposedBy, lines(factors, "\\R"),
                    blank(systems) == null ? null : lines(systems, "[,\\s]+"), principle, severity, likelihood, recurrenceOf,
                    singlePoint),
                    viewer.key());
            return Response.seeOther(URI.create("/defects/" + defect)).build();
        } catch (Problem problem) {
            return refused(id, new From(),
                    new Form("confirm", title, text, exposedBy, factors, systems, principle, severity, likelihood,
                            recurrenceOf, singlePoint, null, null, problem.field(), problem.getMessage()),
                    problem);
        }
    }

    private Response refused(UUID id, From from, Form form, Problem problem) {
        return Response.status(problem.status).entity(page(triageBoards.of(from.sieve(), id, null), form)).build();
    }

    private TemplateInstance page(TriageView board, Form form) {
        return Templates.findings(viewer.page("Findings", "findings"), board, form, Labels.ALL);
    }

    public static List<String> lines(String text, String gap) {
        return text == null ? List.of() : Arrays.stream(text.split(gap)).filter(line -> !line.isBlank()).toList();
    }

    /** Words to look for; null for any. @throws Problem 422 for too many */
    public static String words(String text) {
        return blank(text) == null ? null : TextLimits.atMost(TextLimits.LINE, "q", text.replace("\0", "").strip());
    }

    public static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
