package dev.blackstart.live;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.jboss.resteasy.reactive.ResponseHeader;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PersonalLivePage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** What keeps an open page of no single exercise up to date: parts to replace, and a sign of life with the server's time. */
@Path("/live")
@Authenticated
public class PersonalLiveResource {

    private final Map<String, PersonalLivePage> pages;
    private final Streams streams;
    private final Viewer viewer;
    private final Clock clock;

    PersonalLiveResource(Instance<PersonalLivePage> pages, Streams streams, Viewer viewer, Clock clock) {
        this.pages = pages.stream().collect(Collectors.toMap(PersonalLivePage::name, page -> page));
        this.streams = streams;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Path("{page}/{key}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(String page, String key, @Context Sse sse, @Context HttpServerResponse response) {
        PersonalLivePage shown = pages.get(page);
        if (shown == null) {
            throw Problem.notFound();
        }
        PersonalPageStream stream = new PersonalPageStream(shown, key, viewer.signedIn(), clock);
        if (!stream.isFound()) {
            throw Problem.notFound();
        }
        return streams.open(stream, response::reset).map(event -> event.outbound(sse, clock));
    }
}
