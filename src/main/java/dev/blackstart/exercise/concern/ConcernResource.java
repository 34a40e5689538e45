package dev.blackstart.exercise.concern;

import java.net.URI;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page on which whoever knows of an exercise raises concerns. */
@Path("/exercises/{id}/concerns")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConcernResource {

    private final Concerns concerns;
    private final CurrentAccess current;
    private final ConcernPage page;
    private final Viewer viewer;

    ConcernResource(Concerns concerns, CurrentAccess current, ConcernPage page, Viewer viewer) {
        this.concerns = concerns;
        this.current = current;
        this.page = page;
        this.viewer = viewer;
    }

    @GET
    @Transactional
    public TemplateInstance show(UUID id) {
        return page(Exercise.<Exercise> findById(id), FormState.NOTHING);
    }

    private TemplateInstance page(Exercise exercise, FormState typed) {
        return page.of("Concerns", "/exercises/" + exercise.id + "/concerns",
                ConcernView.of(exercise.planKey, current.get().control(), viewer.key()), false, typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("text")
    public Response raise(UUID id, @RestForm String text, @RestForm boolean anonymous) {
        Exercise exercise = Exercise.findById(id);
        try {
            concerns.raise(exercise.planKey, text, anonymous, viewer.key());
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(exercise, FormState.in("concern", "text", text).refused(problem))).build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/concerns")).build();
    }
}
