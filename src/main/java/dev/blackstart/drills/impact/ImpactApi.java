package dev.blackstart.drills.impact;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Customer impact of drills, and failure modes as observed, for control staff. */
@Path("/api/exercises/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImpactApi {

    private final Impacts impacts;
    private final CurrentAccess current;

    ImpactApi(Impacts impacts, CurrentAccess current) {
        this.impacts = impacts;
        this.current = current;
    }

    /** @param outcome as-designed, otherwise or did-not-happen @param observed needed with otherwise */
    public record Observed(String outcome, String observed) {
    }

    @GET
    @Path("drills/{key}/impact")
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<Impacts.Stated> impact(UUID id, String key) {
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        return PagedList.whole(Impacts.of(drill));
    }

    @POST
    @Path("drills/{key}/impact")
    @RequiresPermission(Permission.JUDGE)
    public Impacts.Stated record(UUID id, String key, ImpactForm form) {
        return impacts.record(id, key, form == null ? new ImpactForm(null, null, null, null, null) : form, current.get());
    }

    @GET
    @Path("failure-modes")
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<Impacts.Mode> modes(UUID id) {
        return PagedList.whole(Impacts.failureModes(Exercise.findById(id)));
    }

    @POST
    @Path("failure-modes/{mode}")
    @RequiresPermission(Permission.JUDGE)
    public PagedList<Impacts.Mode> observe(UUID id, String mode, Observed observed) {
        impacts.observe(id, mode, observed == null ? null : observed.outcome(),
                observed == null ? null : observed.observed(), current.get());
        return PagedList.whole(Impacts.failureModes(Exercise.findById(id)));
    }
}
