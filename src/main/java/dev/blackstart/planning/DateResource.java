package dev.blackstart.planning;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.security.Authenticated;

/** An exercise's date, which may move until STARTEX. */
@Path("/exercises/{id}")
@Authenticated
public class DateResource {

    private final Scheduling scheduling;
    private final CurrentSight current;

    DateResource(Scheduling scheduling, CurrentSight current) {
        this.scheduling = scheduling;
        this.current = current;
    }

    @POST
    @Path("date")
    @Requires(Right.SCHEDULE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String startsAt, @RestForm String zone) {
        scheduling.move(id, ScheduleResource.instant(startsAt, zone), zone, null, current.get().viewer());
        return Response.seeOther(URI.create("/exercises/" + id)).build();
    }
}
