package dev.blackstart.exercise.concern;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

import dev.blackstart.catalogue.Plan;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The pages on which concerns are raised, read and answered. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConcernResource {

    private final Concerns concerns;
    private final CurrentAccess current;
    private final Directory directory;
    private final Viewer viewer;

    ConcernResource(Concerns concerns, CurrentAccess current, Directory directory, Viewer viewer) {
        this.concerns = concerns;
        this.current = current;
        this.directory = directory;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    public static class Templates {
        /** @param action address of the form @param answers whether the reader may answer */
        public static native TemplateInstance concerns(PageContext page, String action, List<ConcernView> concerns,
                Map<String, String> names, boolean answers, FormState typed);
    }

    @GET
    @Path("plans/{key}/concerns")
    @Transactional
    public TemplateInstance ofPlan(String key) {
        return page(readable(key), FormState.NOTHING);
    }

    private TemplateInstance page(Plan plan, FormState typed) {
        return page("Concerns · " + plan.name, "/plans/" + Texts.path(plan.key) + "/concerns",
                ConcernView.of(plan.key, true, viewer.key()), plan.current().document().approvers().contains(viewer.key()),
                typed);
    }

    @POST
    @Path("plans/{key}/concerns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("text")
    @Transactional(dontRollbackOn = Problem.class)
    public Response raise(String key, @RestForm String text, @RestForm boolean anonymous) {
        Plan plan = readable(key);
        try {
            concerns.raise(key, text, anonymous, viewer.key());
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(plan, refused(text, problem))).build();
        }
        return Response.seeOther(URI.create("/plans/" + Texts.path(key) + "/concerns")).build();
    }

    @POST
    @Path("plans/{key}/concerns/{concern}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("answer")
    @Transactional
    public Response answer(String key, UUID concern, @RestForm String answer) {
        readable(key);
        concerns.answer(concern, key, answer, viewer.key());
        return Response.seeOther(URI.create("/plans/" + Texts.path(key) + "/concerns")).build();
    }

    @GET
    @Path("exercises/{id}/concerns")
    @Transactional
    public TemplateInstance ofExercise(UUID id) {
        return page(Exercise.<Exercise> findById(id), FormState.NOTHING);
    }

    private TemplateInstance page(Exercise exercise, FormState typed) {
        return page("Concerns", "/exercises/" + exercise.id + "/concerns",
                ConcernView.of(exercise.planKey, current.get().control(), viewer.key()), false, typed);
    }

    @POST
    @Path("exercises/{id}/concerns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("text")
    @Transactional(dontRollbackOn = Problem.class)
    public Response raise(UUID id, @RestForm String text, @RestForm boolean anonymous) {
        Exercise exercise = Exercise.findById(id);
        try {
            concerns.raise(exercise.planKey, text, anonymous, viewer.key());
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(exercise, refused(text, problem))).build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/concerns")).build();
    }

    private static FormState refused(String text, Problem problem) {
        return FormState.in("concern", "text", text).refused(problem);
    }

    private TemplateInstance page(String title, String action, List<ConcernView> shown, boolean answers, FormState typed) {
        List<String> people = new ArrayList<>();
        shown.forEach(one -> {
            people.add(one.by());
            people.add(one.answeredBy());
        });
        people.removeIf(Objects::isNull);
        return Templates.concerns(viewer.page(title, "plans"), action, shown, directory.names(people), answers, typed);
    }

    private Plan readable(String key) {
        Plan plan = Plan.visible(key, viewer.key(), viewer.isMaster());
        if (plan == null) {
            throw Problem.notFound();
        }
        return plan;
    }
}
