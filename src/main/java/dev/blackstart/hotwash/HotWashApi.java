package dev.blackstart.hotwash;

import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** The hot wash of an exercise, for its roster, from ENDEX on. */
@Path("/api/exercises/{id}/hot-wash")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HotWashApi {

    private final HotWash hotWash;
    private final CurrentAccess current;

    HotWashApi(HotWash hotWash, CurrentAccess current) {
        this.hotWash = hotWash;
        this.current = current;
    }

    /** What an answer is answered with: nothing of it where it is anonymous. @param id null where it is anonymous */
    public record Receipt(UUID id, boolean anonymous) {
    }

    @GET
    @RequiresPermission({ Permission.TAKE_PART, Permission.SEE_CONTROL })
    @Transactional
    public HotWashView read(UUID id) {
        Exercise exercise = Exercise.findById(id);
        if (!exercise.state.hasEnded()) {
            throw Problem.conflict("The hot wash opens at ENDEX.");
        }
        return HotWashView.of(exercise);
    }

    /** The same id again stores nothing more (200). */
    @POST
    @RequiresPermission(Permission.TAKE_PART)
    public Response answer(UUID id, HotWashEntry entry) {
        HotWash.Taken taken = hotWash.take(id, entry, current.get());
        boolean anonymous = taken.answer().author == null;
        return Response.status(taken.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new Receipt(anonymous ? null : taken.answer().id, anonymous)).build();
    }
}
