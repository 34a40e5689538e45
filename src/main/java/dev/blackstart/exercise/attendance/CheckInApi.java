package dev.blackstart.exercise.attendance;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.attendance.AttendanceBoard.Present;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Checking in on the day, and who is here, for control staff. */
@Path("/api/exercises/{id}/check-ins")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CheckInApi {

    private final CheckIns checkIns;
    private final CurrentAccess current;

    CheckInApi(CheckIns checkIns, CurrentAccess current) {
        this.checkIns = checkIns;
        this.current = current;
    }

    /** @param person key; left out for the caller */
    public record Arrival(String person) {
    }

    /** @param person key */
    public record Here(String person) {
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<Present> list(UUID id) {
        return PagedList.whole(AttendanceBoard.of(Exercise.findById(id)).people());
    }

    @POST
    @RequiresPermission(Permission.TAKE_PART)
    public Here checkIn(UUID id, Arrival arrival) {
        return new Here(checkIns.checkIn(id, arrival == null ? null : arrival.person(), current.get()).person);
    }
}
