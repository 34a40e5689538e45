package dev.blackstart.followup.retest;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.drills.Drill;
import dev.blackstart.drills.view.DrillView;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** What a drill showed. */
@Path("/api/exercises/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrillResultApi {

    private final RetestResults retestResults;
    private final DrillViews drills;
    private final CurrentAccess current;

    DrillResultApi(RetestResults retestResults, DrillViews drills, CurrentAccess current) {
        this.retestResults = retestResults;
        this.drills = drills;
        this.current = current;
    }

    /** @param result passed, failed or inconclusive */
    public record Result(String result, String reason) {
    }

    @POST
    @Path("drills/{key}/result")
    @RequiresPermission(Permission.JUDGE)
    public DrillView judge(UUID id, String key, Result result) {
        retestResults.judge(id, key, result == null ? null : result.result(), result == null ? null : result.reason(),
                current.get());
        return QuarkusTransaction.requiringNew()
                .call(() -> drills.of(Drill.of(id, key), Exercise.findById(id), current.get()));
    }
}
