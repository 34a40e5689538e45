package dev.blackstart.drills.view;

import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** What a drill would do now, for control staff. */
@Path("/api/exercises/{id}/drills/{key}/preview")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class PreviewApi {

    private final DrillPreview preview;

    PreviewApi(DrillPreview preview) {
        this.preview = preview;
    }

    @POST
    @RequiresPermission(Permission.SEE_CONTROL)
    @Transactional
    public DrillPreview.Previewed preview(UUID id, String key) {
        Exercise exercise = Exercise.findById(id);
        return preview.of(exercise, exercise.plan().drill(key).orElseThrow(Problem::notFound));
    }
}
