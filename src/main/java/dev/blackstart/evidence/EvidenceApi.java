package dev.blackstart.evidence;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** Evidence packs as ZIP files: of one closed exercise, and of all that ended in a time. */
@Path("/api")
@Authenticated
@Produces(EvidenceDownload.ZIP)
public class EvidenceApi {

    private final EvidenceDownload download;
    private final CurrentAccess current;

    EvidenceApi(EvidenceDownload download, CurrentAccess current) {
        this.download = download;
        this.current = current;
    }

    @GET
    @Path("exercises/{id}/evidence")
    @RequiresPermission(Permission.SEE_CONTROL)
    @Blocking
    public CompletionStage<Response> ofExercise(UUID id) {
        return download.ofExercise(id, current.find());
    }

    /** @param from the first day, in UTC @param to the last day */
    @GET
    @Path("evidence")
    @Blocking
    public CompletionStage<Response> ofPeriod(@QueryParam("from") String from, @QueryParam("to") String to) {
        return download.ofPeriod(from, to);
    }
}
