package dev.blackstart.calling.page;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.calling.CallResponses;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** What came of single calls. */
@Path("/api/contact-attempts/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AttemptApi {

    private final Results results;
    private final CallResponses callResponses;
    private final CallAccess callAccess;
    private final Viewer viewer;

    AttemptApi(Results results, CallResponses callResponses, CallAccess callAccess, Viewer viewer) {
        this.results = results;
        this.callResponses = callResponses;
        this.callAccess = callAccess;
        this.viewer = viewer;
    }

    /** @param correction what is right instead of a wrong number */
    public record Result(String result, String answer, String correction) {
    }

    public record Judgement(Boolean right) {
    }

    /** As whoever has a part in it may know it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(UUID id, String person, String channel, String state, Instant settledAt, boolean late,
            String answer,
            Boolean right) {
        static AttemptView of(ContactAttempt attempt, boolean control) {
            return new AttemptView(attempt.id, attempt.person, attempt.channel, attempt.state.key(), attempt.settledAt,
                    attempt.late, attempt.answer, control ? attempt.answerRight : null);
        }
    }

    @POST
    @Path("results")
    public AttemptView result(UUID id, Result said) {
        ContactAttempt taken = results.take(id, said == null ? null : said.result(), said == null ? null : said.answer(),
                said == null ? null : said.correction());
        return AttemptView.of(taken, callAccess.controls(taken.exerciseId));
    }

    /** Whether the answer shows that the message arrived as it was meant. */
    @POST
    @Path("judgements")
    public AttemptView judge(UUID id, Judgement said) {
        ContactAttempt attempt = ContactAttempt.findById(id);
        callAccess.part(attempt);
        if (!callAccess.controls(attempt.exerciseId)) {
            throw Problem.forbidden("Only control staff judge answers.");
        }
        if (said == null || said.right() == null) {
            throw Problem.invalid("right", "right is true or false.");
        }
        return AttemptView.of(callResponses.judge(id, said.right(), viewer.key()), true);
    }
}
