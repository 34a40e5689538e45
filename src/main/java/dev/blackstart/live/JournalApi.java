package dev.blackstart.live;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.jboss.resteasy.reactive.ResponseHeader;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalVerifier;
import dev.blackstart.journal.Verification;
import dev.blackstart.journal.Verification.Anchor;
import dev.blackstart.live.journal.Cursors;
import dev.blackstart.live.journal.EntryView;
import dev.blackstart.live.journal.JournalPage;
import dev.blackstart.live.journal.JournalSlice;
import dev.blackstart.live.stream.StreamEvent;
import dev.blackstart.live.stream.Streams;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** The journal of an exercise: by pages, live, and whether it is whole. */
@Path("/api/exercises/{id}/journal")
@Authenticated
public class JournalApi {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final CurrentAccess current;
    private final Cursors cursors;
    private final JsonStreamFormat jsonStreamFormat;
    private final Streams streams;
    private final Viewer viewer;
    private final JournalVerifier verifier;
    private final HeavyWork work;

    JournalApi(CurrentAccess current, Cursors cursors, JsonStreamFormat jsonStreamFormat, Streams streams, Viewer viewer,
            JournalVerifier verifier, HeavyWork work) {
        this.work = work;
        this.viewer = viewer;
        this.verifier = verifier;
        this.jsonStreamFormat = jsonStreamFormat;
        this.current = current;
        this.cursors = cursors;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JournalPage page(UUID id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        ExerciseAccess sight = current.get();
        int most = PagedList.limit(limit);
        long from = cursors.read(sight, after, "after");
        List<JournalEntry> entries = JournalSlice.after(sight, from, most).entries();
        long last = entries.isEmpty() ? from : entries.get(entries.size() - 1).seq;
        return new JournalPage(entries.stream().map(entry -> EntryView.of(entry, sight.control(), cursors)).toList(),
                cursors.shown(id, last, sight.control()));
    }

    /** A stream that was interrupted goes on behind the last entry that arrived, whatever its address says. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(UUID id, @QueryParam("after") String after,
            @HeaderParam(LAST_EVENT_ID) String lastEventId, @Context Sse sse, @Context HttpServerResponse response) {
        ExerciseAccess sight = current.get();
        long from = lastEventId == null || lastEventId.isBlank() ? cursors.read(sight, after, "after")
                : cursors.read(sight, lastEventId, LAST_EVENT_ID);
        return streams.open(sight, viewer.signedIn(), jsonStreamFormat, from, response::reset)
                .map(signal -> event(signal, sse));
    }

    /**
     * The rows that the journal records are compared with it.
     *
     * @param seq number of an entry whose hash was kept elsewhere: in the server's log, a mail or a report
     * @param hash what was kept
     */
    @GET
    @Path("verification")
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.SEE_CONTROL)
    public Verification verification(UUID id, @QueryParam("seq") Long seq, @QueryParam("hash") String hash) {
        Anchor anchor = anchor(seq, hash);
        return work.await(HeavyWork.Kind.REPORT, current.get().viewer(), anchor == null ? id : null,
                () -> verifier.verify(id, () -> Exercise.<Exercise> findById(id), anchor));
    }

    private static Anchor anchor(Long seq, String hash) {
        if (seq == null && hash == null) {
            return null;
        }
        if (seq == null || seq < 0) {
            throw Problem.invalid("seq", "Give the number that was noted with the hash.");
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw Problem.invalid("hash", "hash is the 64 hexadecimal digits that were noted with the number.");
        }
        return new Anchor(seq, hash.toLowerCase(Locale.ROOT));
    }

    private static OutboundSseEvent event(StreamEvent signal, Sse sse) {
        return signal == StreamEvent.HEARTBEAT ? sse.newEventBuilder().comment("heartbeat").build()
                : sse.newEventBuilder().id(signal.id()).name(signal.type()).data(String.class, signal.text()).build();
    }
}
