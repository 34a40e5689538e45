package dev.blackstart.drills.lever;

import java.time.Instant;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** The safety lever: it is there for those who conduct, for it tells of what runs. */
@Path("/api/safety-lever")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LeverApi {

    private final Lever lever;
    private final Viewer viewer;

    LeverApi(Lever lever, Viewer viewer) {
        this.lever = lever;
        this.viewer = viewer;
    }

    public record Move(Boolean pulled, String reason) {
    }

    /** How it stands; reason, by and at are null where nobody ever moved it. */
    public record State(boolean pulled, String reason, String by, Instant at) {

        static State of(SafetyLever lever) {
            return lever == null ? new State(false, null, null, null)
                    : new State(lever.pulled, lever.reason, lever.movedBy, lever.createdAt);
        }
    }

    @GET
    @Transactional
    public State show() {
        if (!lever.maySee(viewer.key(), viewer.isMaster())) {
            throw Problem.notFound();
        }
        return State.of(SafetyLever.now());
    }

    @POST
    public State move(Move move) {
        if (!lever.mayMove(viewer.key(), viewer.isMaster())) {
            throw Problem.forbidden("Only a safety officer of a running exercise, a Master of Disaster or an administrator "
                    + "can pull or release the safety lever; report NO DUFF for a real emergency.");
        }
        if (move == null || move.pulled() == null) {
            throw Problem.invalid("pulled", "pulled is true or false.");
        }
        return State.of(lever.move(move.pulled(), move.reason(), viewer.key()));
    }
}
