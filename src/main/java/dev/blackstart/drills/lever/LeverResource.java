package dev.blackstart.drills.lever;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.page.Confirmation;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The safety lever as a page: a plain form that works without a script. */
@Path("/safety-lever")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LeverResource {

    private static final int SHOWN = 20;

    private final Lever lever;
    private final Directory directory;
    private final Confirmation confirmation;
    private final Viewer viewer;

    LeverResource(Lever lever, Directory directory, Confirmation confirmation, Viewer viewer) {
        this.confirmation = confirmation;
        this.directory = directory;
        this.lever = lever;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "drills")
    static class Templates {
        static native TemplateInstance lever(PageContext page, LeverApi.State state, Lever.Reach reach, boolean may,
                List<SafetyLever> moves, Map<String, String> names, FormState typed);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        if (!lever.maySee(viewer.key(), viewer.isMaster())) {
            throw Problem.notFound();
        }
        return page(FormState.NOTHING);
    }

    private TemplateInstance page(FormState typed) {
        List<SafetyLever> moves = SafetyLever.newest(SHOWN);
        return Templates.lever(viewer.page("Safety lever", "programme"), LeverApi.State.of(SafetyLever.now()),
                lever.reach(viewer.key(), viewer.isMaster()), lever.mayMove(viewer.key(), viewer.isMaster()),
                moves, directory.names(moves.stream().map(move -> move.movedBy).toList()), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "pulled", "reason" })
    public Response move(@RestForm String pulled, @RestForm String reason) {
        if (!lever.mayMove(viewer.key(), viewer.isMaster())) {
            throw Problem.forbidden("Only a safety officer of a running exercise, a Master of Disaster or an administrator "
                    + "can pull or release the safety lever; report NO DUFF for a real emergency.");
        }
        try {
            if (!"true".equals(pulled) && !"false".equals(pulled)) {
                throw Problem.invalid("pulled", "Say whether the lever is to be pulled or released; nothing was changed.");
            }
            boolean pull = Boolean.parseBoolean(pulled);
            if (reason != null && !reason.isBlank() && !confirmation.isGiven()) {
                return confirmation.ask(pull ? beforePulling() : beforeReleasing());
            }
            lever.move(pull, reason, viewer.key());
            return Response.seeOther(URI.create("/safety-lever")).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(FormState.in("move", "reason", reason).refused(problem)))
                    .build();
        }
    }

    private Question beforePulling() {
        Lever.Reach reach = lever.reach(viewer.key(), viewer.isMaster());
        return Question.of("Pull the safety lever?", "Pull the lever", "/safety-lever")
                .says("Reverts %s in %s that you see, and the faults of any other.".formatted(
                        Question.count(reach.faults(), "fault"),
                        Question.count(reach.exercises(), "running exercise")),
                        "Faults are blocked in every exercise until the lever is released. The exercises go on.");
    }

    private static Question beforeReleasing() {
        return Question.of("Release the safety lever?", "Release the lever", "/safety-lever")
                .says("Faults can be injected again in every exercise, also by the timeline. What was reverted stays reverted.");
    }
}
