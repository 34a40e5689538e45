package dev.blackstart.directory.blackout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.EntryApi;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.people.system.Blackout;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The blackout calendar: about real life, so everybody signed in may read it. */
@Path("/api/blackouts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BlackoutApi extends EntryApi<BlackoutApi.Entry, BlackoutApi.View> {

    private final BlackoutsAndIncidents blackoutsAndIncidents;
    private final Clock clock;

    BlackoutApi(BlackoutsAndIncidents blackoutsAndIncidents, Viewer viewer, Clock clock) {
        super(viewer);
        this.blackoutsAndIncidents = blackoutsAndIncidents;
        this.clock = clock;
    }

    /** @param systems keys; none for all */
    public record Entry(String from, String until, String reason, List<String> systems) implements EntryInput {

        @Override
        public Fields fields() {
            return Fields.of("from", from, "until", until, "reason", reason, "systems", systems);
        }
    }

    /** @param systems keys; none for all */
    public record View(UUID id, Instant from, Instant until, String reason, List<String> systems, String by) {

        static View of(Blackout blackout) {
            return new View(blackout.id, blackout.startsAt, blackout.endsAt, blackout.reason, blackout.about(),
                    blackout.declaredBy);
        }
    }

    /** The next one first. @param past also those that are over */
    @GET
    @Transactional
    public PagedList<View> list(@QueryParam("past") boolean past) {
        List<Blackout> found = past ? Blackout.find("order by startsAt desc, id").page(0, PagedList.MOST).list()
                : Blackout.notOver(clock.instant());
        return PagedList.whole(found.stream().limit(PagedList.MOST).map(View::of).toList());
    }

    @GET
    @Path("{id}")
    @Transactional
    public View show(UUID id) {
        return View.of(BlackoutsAndIncidents.found(Blackout.findById(id)));
    }

    @PATCH
    @Path("{id}")
    public View change(UUID id, Entry entry) {
        viewer.mustBeMaster();
        return View.of(blackoutsAndIncidents.changeBlackout(id, sent(entry).fields(), viewer.key()));
    }

    @DELETE
    @Path("{id}")
    public Response remove(UUID id) {
        viewer.mustBeMaster();
        blackoutsAndIncidents.removeBlackout(id, viewer.key());
        return Response.noContent().build();
    }

    @Override
    protected View create(Fields fields) {
        return View.of(blackoutsAndIncidents.declareBlackout(fields, viewer.key()));
    }

    @Override
    protected String address(View blackout) {
        return "/api/blackouts/" + blackout.id();
    }

    @Override
    protected Problem nothingSent() {
        return Problem.invalid("from", "Send what the blackout is: from, until, reason.");
    }
}
