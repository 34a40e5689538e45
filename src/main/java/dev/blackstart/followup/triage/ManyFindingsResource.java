package dev.blackstart.followup.triage;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.findings.Finding;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.triage.TriageResource.From;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Many findings of the triage board at once: the first POST asks, with their number; the second does it. */
@Path("/findings/selection")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ManyFindingsResource {

    private static final int LISTED = 20;

    private final ManyFindings many;
    private final Viewer viewer;

    ManyFindingsResource(ManyFindings many, Viewer viewer) {
        this.many = many;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance selection(PageContext page, Question question, FormState typed);
    }

    /** @param lines the first few of them @param back to the board */
    public record Question(List<UUID> ids, boolean dismisses, List<String> lines, Sieve sieve, String back) {

        public int count() {
            return ids.size();
        }

        public int more() {
            return ids.size() - lines.size();
        }

        /** Singular or plural. */
        public String what() {
            return ids.size() == 1 ? "1 finding" : ids.size() + " findings";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@RestForm List<UUID> ids, @RestForm String state, @RestForm String reason,
            @RestForm boolean confirmed, @BeanParam From from) {
        TriageState to = Choice.of("state", TriageState.class, state);
        Question question = question(many.selected(ids, to), to, from.sieve());
        if (!confirmed) {
            return Response.ok(page(question, FormState.NOTHING)).build();
        }
        try {
            many.move(question.ids(), to, reason, viewer.key());
            return Arrived.FINDINGS.at(question.back());
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(question, FormState.in("selection", "reason", reason).refused(problem))).build();
        }
    }

    private static Question question(List<Finding> findings, TriageState to, Sieve sieve) {
        return new Question(findings.stream().map(finding -> finding.id).toList(), to == TriageState.DISMISSED,
                findings.stream().limit(LISTED).map(finding -> TriageBoards.line(finding.text)).toList(), sieve,
                sieve.href(null, null));
    }

    private TemplateInstance page(Question question, FormState typed) {
        return Templates.selection(viewer.page("Findings", "findings"), question, typed);
    }
}
