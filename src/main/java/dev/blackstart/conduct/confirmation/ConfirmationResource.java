package dev.blackstart.conduct.confirmation;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.drills.view.FaultFacts;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.confirmation.TwoPersonRule.Pending;
import dev.blackstart.exercise.page.Confirmation;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.exercise.page.Question.Fact;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** What the second person reads before they confirm, and their confirmation. */
@Path("/exercises/{id}/confirmations/{of}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConfirmationResource {

    private final Confirmations confirmations;
    private final Confirmation confirmation;
    private final FaultFacts facts;
    private final Directory directory;
    private final CurrentAccess current;

    ConfirmationResource(Confirmations confirmations, Confirmation confirmation, FaultFacts facts, Directory directory,
            CurrentAccess current) {
        this.confirmations = confirmations;
        this.confirmation = confirmation;
        this.facts = facts;
        this.directory = directory;
        this.current = current;
    }

    @GET
    @RequiresPermission(Permission.CONFIRM)
    @Transactional
    public Response ask(UUID id, String of) {
        Exercise exercise = Exercise.findById(id);
        Pending pending = confirmations.pending(exercise).stream().filter(one -> one.act().key().equals(of)).findFirst()
                .orElse(null);
        return confirmation.ask(pending == null ? over(exercise) : question(exercise, pending));
    }

    private Question question(Exercise exercise, Pending pending) {
        String requester = directory.names(List.of(pending.requester())).get(pending.requester());
        boolean own = pending.requester().equals(current.get().viewer());
        List<Fact> told = new ArrayList<>();
        told.add(new Fact("Asked for by", requester));
        told.add(new Fact("Reason", pending.reason() == null ? "none given" : pending.reason()));
        if (pending.act().drill() != null) {
            told.addAll(facts.of(exercise, pending.act().drill()));
        }
        return Question.of(pending.act().words(exercise) + "?", own ? null : "Confirm as the second person", room(exercise))
                .says(own ? "You asked for this. Somebody else confirms it."
                        : "It happens at once, in the name of " + requester
                                + ". Both names are recorded.",
                        "Too late after " + second(pending.until()) + " UTC.")
                .facts(null, told);
    }

    private static String second(Instant until) {
        return until.truncatedTo(ChronoUnit.SECONDS).toString().substring(11, 19);
    }

    private static Question over(Exercise exercise) {
        return Question.of("Nothing waits for a second person", null, room(exercise))
                .says("It was confirmed already, or the minute is over. Whoever wants it asks for it again.");
    }

    @POST
    @RequiresPermission(Permission.CONFIRM)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(UUID id, String of) {
        if (!confirmation.isGiven()) {
            throw Problem.invalid("confirmed", "Read what is to happen, then confirm it; nothing was changed.");
        }
        confirmations.confirm(id, of, current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/control-room")).build();
    }

    private static String room(Exercise exercise) {
        return "/exercises/" + exercise.id + (exercise.state.isBeforeStart() ? "" : "/control-room");
    }
}
