package dev.blackstart.preparation;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The preparation of one exercise, by the plan's keys: for control staff. */
@Path("/api/exercises/{id}/preparation")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExercisePreparationApi {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;

    ExercisePreparationApi(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
    }

    /**
     * @param dueAt null for right before the start @param title its team reads it, also where it may not know what it is for
     */
    public record Addition(String team, String kind, String title, Instant dueAt, boolean blocking) {
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<PreparationView> list(UUID id) {
        return PagedList.whole(preparationViews.ofExercise(id));
    }

    @POST
    @RequiresPermission(Permission.SEE_CONTROL)
    public Response add(UUID id, Addition addition) {
        if (addition == null) {
            throw Problem.invalid("title", "Say what is to be done.");
        }
        return PreparationApi
                .created(preparationViews.of(preparationActions.add(id, addition.team(), addition.kind(), addition.title(),
                        addition.dueAt(), addition.blocking(), preparationAccess.person())));
    }

    @POST
    @Path("{key}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    public PreparationView move(UUID id, String key, PreparationApi.Transition transition) {
        PreparationItem known = PreparationItem.of(id, key);
        if (known == null) {
            throw Problem.notFound();
        }
        return preparationViews
                .of(preparationActions.move(known, PreparationApi.wish(transition), preparationAccess.part(known)));
    }
}
