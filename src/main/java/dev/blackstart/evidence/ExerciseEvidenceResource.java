package dev.blackstart.evidence;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The evidence pack of a closed exercise, from its page. */
@Path("/exercises/{id}/evidence")
@Authenticated
@Produces(EvidenceDownload.ZIP)
@RequiresPermission(Permission.SEE_CONTROL)
public class ExerciseEvidenceResource {

    private final EvidenceDownload download;
    private final CurrentAccess current;

    ExerciseEvidenceResource(EvidenceDownload download, CurrentAccess current) {
        this.download = download;
        this.current = current;
    }

    @GET
    @Blocking
    public CompletionStage<Response> pack(UUID id) {
        return download.ofExercise(id, current.get());
    }
}
