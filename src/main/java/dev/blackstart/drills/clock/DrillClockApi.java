package dev.blackstart.drills.clock;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** The clocks of a drill, for control staff. */
@Path("/api/exercises/{id}/drills/{key}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrillClockApi {

    private final DrillMarks marks;
    private final DrillClocks clocks;
    private final CurrentAccess current;

    DrillClockApi(DrillMarks marks, DrillClocks clocks, CurrentAccess current) {
        this.marks = marks;
        this.clocks = clocks;
        this.current = current;
    }

    @GET
    @Path("clocks")
    @RequiresPermission(Permission.SEE_CONTROL)
    public ClockList show(UUID id, String key) {
        Exercise exercise = Exercise.findById(id);
        Drill drill = Drill.of(id, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        return new ClockList(drill.key, drill.injectedAt,
                exercise.plan().drill(key).map(PlanDocument.Drill::recoveredWhen).orElse(null),
                clocks.of(exercise, drill).stream().map(ClockList::of).toList());
    }

    /** 201 for a new mark, 200 for one that the same person sent last. */
    @POST
    @Path("marks")
    @RequiresPermission(Permission.JUDGE)
    public Response mark(UUID id, String key, MarkForm form) {
        if (form == null) {
            throw Problem.invalid("clock", "Give the clock: " + String.join(", ", DrillClock.keys()) + ".");
        }
        DrillMarks.Recorded recorded = marks.record(id, key, form, current.get());
        return Response.status(recorded.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ClockList.Said.of(recorded.mark().mark())).build();
    }
}
