package dev.blackstart.live;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
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

import dev.blackstart.conduct.banner.Banners;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.LivePage;
import dev.blackstart.live.journal.Cursors;
import dev.blackstart.live.stream.Streams;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** What keeps an open page up to date: lines to add, parts to replace, and a sign of life with the server's time. */
@Path("/exercises/{id}")
@Authenticated
public class LiveResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Map<String, LivePage> pages;
    private final Map<Kind, PageStreamFormat> forms = new ConcurrentHashMap<>();
    private final Banners banners;
    private final CurrentAccess current;
    private final Cursors cursors;
    private final Streams streams;
    private final Viewer viewer;
    private final Clock clock;

    LiveResource(Instance<LivePage> pages, Banners banners, CurrentAccess current, Cursors cursors, Streams streams,
            Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.pages = pages.stream().collect(Collectors.toMap(LivePage::name, page -> page));
        this.banners = banners;
        this.current = current;
        this.cursors = cursors;
        this.streams = streams;
        this.clock = clock;
    }

    /** What readers who get the same have in common. */
    private record Kind(String page, Permissions may) {
    }

    /** A stream that was interrupted goes on behind the last line that arrived. */
    @GET
    @Path("live/{page}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(UUID id, String page, @QueryParam("after") String after,
            @HeaderParam(LAST_EVENT_ID) String lastEventId, @Context Sse sse, @Context HttpServerResponse response) {
        ExerciseAccess sight = current.get();
        LivePage shown = pages.get(page);
        if (shown == null || !shown.isFor(sight)) {
            throw Problem.notFound();
        }
        PageStreamFormat form = forms.computeIfAbsent(new Kind(page, Permissions.of(sight)),
                kind -> new PageStreamFormat(shown, kind.may(), banners, cursors, clock));
        long from = lastEventId == null || lastEventId.isBlank() ? cursors.read(sight, after, "after")
                : cursors.read(sight, lastEventId, LAST_EVENT_ID);
        return streams.open(sight, viewer.signedIn(), form, from, response::reset).map(event -> event.outbound(sse, clock));
    }
}
