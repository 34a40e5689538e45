package dev.blackstart.insight.recovery;

import java.time.Instant;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.problem.Choice;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Changes of a system, by hand or from a release pipeline; read by everybody signed in. */
@Path("/api/systems/{key}/changes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SystemChangeApi {

    private final SystemChanges changes;
    private final Viewer viewer;

    SystemChangeApi(SystemChanges changes, Viewer viewer) {
        this.changes = changes;
        this.viewer = viewer;
    }

    /** @param kind release, configuration or failover-path @param at an instant; now if it is left out */
    public record Change(String kind, String at) {
    }

    /** A change as it was recorded. @param by person key */
    public record Recorded(String system, String kind, Instant at, String by) {

        static Recorded of(SystemChange change) {
            return new Recorded(change.systemKey, Choice.key(change.kind), change.changedAt, change.recordedBy);
        }
    }

    /** The newest first. */
    @GET
    @Transactional
    public PagedList<Recorded> list(String key) {
        SystemChanges.system(key);
        return PagedList.whole(SystemChange.of(key, PagedList.MOST).stream().map(Recorded::of).toList());
    }

    /** The same again stores nothing more (200). */
    @POST
    public Response record(String key, Change change) {
        SystemChanges.Recorded recorded = changes.record(key, change == null ? null : change.kind(),
                change == null ? null : change.at(), viewer.key(), viewer.isMaster());
        return Response.status(recorded.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(Recorded.of(recorded.change())).build();
    }
}
