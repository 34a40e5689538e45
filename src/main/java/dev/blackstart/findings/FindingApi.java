package dev.blackstart.findings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Findings of an exercise: log and list. */
@Path("/api/exercises/{id}/findings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingApi {

    private final Findings findings;
    private final CurrentAccess current;

    FindingApi(Findings findings, CurrentAccess current) {
        this.findings = findings;
        this.current = current;
    }

    /** A finding as it is sent. @param singlePoint of failure that it shows, by reference or id */
    public record Sent(UUID id, String text, String kind, String severity, String drill, String item,
            String singlePoint, Instant observedAt, Boolean anonymous) {
    }

    @POST
    @RequiresPermission(Permission.TAKE_PART)
    public Response log(UUID id, Sent sent) {
        if (sent == null) {
            throw Problem.invalid("text", "Write what you saw.");
        }
        Findings.Logged logged = findings.log(id, new Findings.Entry(sent.id(), sent.text(), sent.kind(), sent.severity(),
                sent.drill(), sent.item(), sent.singlePoint(), sent.observedAt(), Boolean.TRUE.equals(sent.anonymous()), null),
                current.get());
        FindingView view = FindingView.of(logged.finding(), Exercise.findById(id), current.get());
        return Response.status(logged.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(logged.fresh() ? view.with(logged.attachmentToken()) : Findings.withAttachments(List.of(view)).get(0))
                .build();
    }

    @GET
    public PagedList<FindingView> list(UUID id, @QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        Exercise exercise = Exercise.findById(id);
        Finding last = after == null ? null : Finding.findById(after);
        if (after != null && (last == null || !last.exerciseId.equals(id)
                || FindingView.of(last, exercise, current.get()) == null)) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
        List<FindingView> shown = findings.list(exercise, current.get(), last, most);
        return new PagedList<>(shown, shown.size() == most ? shown.get(most - 1).id().toString() : null);
    }
}
