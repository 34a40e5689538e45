package dev.blackstart.preparation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Picked;
import dev.blackstart.preparation.checklist.Due;
import dev.blackstart.preparation.checklist.PreparationKinds;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The preparation of one exercise for control staff: how far each team is, and one more item. */
@Path("/exercises/{id}/preparation")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ExercisePreparationResource {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;
    private final Viewer viewer;

    ExercisePreparationResource(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews, Viewer viewer) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance exercise(PageContext page, Exercise exercise, List<PreparationView> items,
                List<TeamProgress> progress, boolean veiled, List<String> kinds, FormState typed);
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    @POST
    @RequiresPermission(Permission.SEE_CONTROL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(UUID id, @RestForm String team, @RestForm String kind, @RestForm String title, @RestForm String due,
            @RestForm boolean blocking) {
        try {
            preparationActions.add(id, Picked.team("team", team), kind, title, day(due, Exercise.findById(id)), blocking,
                    viewer.key());
        } catch (Problem problem) {
            if (problem.status != 422 && problem.status != 409) {
                throw problem;
            }
            FormState typed = FormState.in("addition", "team", team, "kind", kind, "title", title, "due", due, "blocking",
                    blocking);
            return Response.status(problem.status).entity(page(id, typed.refused(problem))).build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/preparation")).build();
    }

    /** The end of a day there; null for right before the start. */
    private static Instant day(String text, Exercise exercise) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text).plusDays(1).atStartOfDay(exercise.zoneId()).minusMinutes(1).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("due", "Write the day as 2027-03-28, or leave it empty for right before the start.");
        }
    }

    private TemplateInstance page(UUID id, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        List<PreparationView> items = preparationViews.ofExercise(id);
        return Templates.exercise(viewer.page("Preparation · " + exercise.name, "programme"),
                exercise, items, TeamProgress.of(items), Due.isVeiled(exercise),
                PreparationKinds.all(), typed);
    }
}
