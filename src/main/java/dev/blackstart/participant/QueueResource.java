package dev.blackstart.participant;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.conduct.reply.Replies;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.findings.FindingView;
import dev.blackstart.findings.Findings;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** What a phone kept while it had no network, sent one by one: each with its own id and the time it was seen. */
@Path("/exercises/{id}/queue")
@Authenticated
@RequiresPermission(Permission.TAKE_PART)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    private final Findings findings;
    private final Replies replies;
    private final CurrentAccess current;

    QueueResource(Findings findings, Replies replies, CurrentAccess current) {
        this.findings = findings;
        this.replies = replies;
        this.current = current;
    }

    @POST
    @Path("findings")
    public Response finding(UUID id, @RestForm UUID findingId, @RestForm String text, @RestForm String kind,
            @RestForm String severity, @RestForm boolean anonymous, @RestForm String observedAt,
            @RestForm String attachmentToken) {
        Findings.Logged logged = findings.log(id, new Findings.Entry(mustBe("findingId", findingId), text, kind, severity, null,
                null, null, instant(observedAt), anonymous, attachmentToken), current.get());
        return Response.status(logged.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(FindingView.bare(logged.finding())).build();
    }

    @POST
    @Path("notes")
    public Response note(UUID id, @RestForm UUID findingId, @RestForm String text, @RestForm String observedAt) {
        replies.note(id, mustBe("findingId", findingId), text, instant(observedAt), current.get());
        return Response.status(Response.Status.CREATED).entity(Map.of("id", findingId)).build();
    }

    private static UUID mustBe(String field, UUID id) {
        if (id == null) {
            throw Problem.invalid(field, "Send the id that was made with it.");
        }
        return id;
    }

    private static Instant instant(String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("observedAt", "observedAt is an instant such as 2027-03-01T09:00:00Z.");
        }
    }
}
