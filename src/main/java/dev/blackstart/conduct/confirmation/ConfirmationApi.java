package dev.blackstart.conduct.confirmation;

import java.time.Instant;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.confirmation.TwoPersonRule.Pending;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Acts that take two people within a minute. */
@Path("/api/exercises/{id}/confirmations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfirmationApi {

    private final Confirmations confirmations;
    private final CurrentAccess current;

    ConfirmationApi(Confirmations confirmations, CurrentAccess current) {
        this.confirmations = confirmations;
        this.current = current;
    }

    /** @param of start, resume, the key of a drill, or hand-over: and the key of a drill */
    public record Confirming(String of) {
    }

    /** @param state done, or waiting for the other person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirmed(String of, String state, Instant until) {
    }

    /** @param what in words @param by person key of whoever asked for it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waits(String of, String what, String by, String reason, Instant until) {
        static Waits of(Pending pending, Exercise exercise) {
            return new Waits(pending.act().key(), pending.act().words(exercise), pending.requester(), pending.reason(),
                    pending.until());
        }
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    @Transactional
    public PagedList<Waits> list(UUID id) {
        Exercise exercise = Exercise.findById(id);
        return PagedList.whole(confirmations.pending(exercise).stream().map(one -> Waits.of(one, exercise)).toList());
    }

    @POST
    @RequiresPermission(Permission.CONFIRM)
    public Response confirm(UUID id, Confirming confirming) {
        if (confirming == null || confirming.of() == null) {
            throw Problem.invalid("of", "of is start, resume, the key of a drill, or hand-over: and the key of a drill.");
        }
        Confirmations.Result result = confirmations.confirm(id, confirming.of(), current.get());
        return Response.status(result.done() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new Confirmed(result.act().key(), result.done() ? "done" : "waiting", result.until())).build();
    }
}
