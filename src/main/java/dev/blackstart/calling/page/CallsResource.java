package dev.blackstart.calling.page;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.calling.correction.Corrections;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** My calls: who calls me, whom I am to phone; made for a phone, and for people who are on no roster too. */
@Path("/calls")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CallsResource {

    private static final String FROM_EXERCISE = "me";

    private final Results results;
    private final Corrections corrections;
    private final Visibility visibility;
    private final Viewer viewer;

    CallsResource(Results results, Corrections corrections, Visibility visibility, Viewer viewer) {
        this.results = results;
        this.corrections = corrections;
        this.visibility = visibility;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "calling")
    static class Templates {
        static native TemplateInstance calls(PageContext page, MyCalls mine, FormState typed);

        static native TemplateInstance calls$mine(MyCalls mine, FormState typed);
    }

    @GET
    public TemplateInstance show() {
        return page(FormState.NOTHING);
    }

    private TemplateInstance page(FormState typed) {
        return Templates.calls(viewer.page("My calls", "calls"),
                MyCalls.of(viewer.key(), corrections.waitingFor(viewer.key())), typed);
    }

    /** The cards alone, for the pages they stand on. */
    @GET
    @Path("mine")
    public TemplateInstance mine() {
        return Templates.calls$mine(MyCalls.ForPages.mine(viewer.key()), FormState.NOTHING);
    }

    @POST
    @Path("{attempt}/results")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response result(UUID attempt, @RestForm String result, @RestForm String answer, @RestForm String correction,
            @RestForm String from) {
        try {
            ContactAttempt taken = results.take(attempt, result, answer, correction);
            return Arrived.CALL.at(back(taken, from));
        } catch (Problem problem) {
            if (problem.status == 404 || problem.status == 403) {
                throw problem;
            }
            return Response.status(problem.status).entity(page(
                    FormState.in(attempt.toString(), "answer", answer, "correction", correction).refused(problem))).build();
        }
    }

    private String back(ContactAttempt attempt, String from) {
        ExerciseAccess sight = visibility.sight(attempt.exerciseId, viewer.key(), viewer.isMaster());
        return FROM_EXERCISE.equals(from) && sight != null && sight.may(Permission.TAKE_PART)
                ? "/exercises/" + attempt.exerciseId + "/me"
                : "/calls";
    }

    @POST
    @Path("corrections/{id}/decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(UUID id, @RestForm String decision) {
        corrections.decide(id, decision, viewer.key());
        return Arrived.CORRECTION.at("/calls");
    }
}
