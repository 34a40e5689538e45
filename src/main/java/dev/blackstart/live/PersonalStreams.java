package dev.blackstart.live;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import dev.blackstart.live.stream.PersonalPageStream;
import dev.blackstart.live.stream.Streams;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PersonalLivePage;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** Opens the stream of a page that is rendered for each reader: parts to replace, and a sign of life with the server's time. */
@ApplicationScoped
class PersonalStreams {

    private final Map<String, PersonalLivePage> pages;
    private final Streams streams;
    private final Viewer viewer;
    private final Clock clock;

    PersonalStreams(Instance<PersonalLivePage> pages, Streams streams, Viewer viewer, Clock clock) {
        this.pages = pages.stream().collect(Collectors.toMap(PersonalLivePage::name, page -> page));
        this.streams = streams;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @throws Problem 404 where the reader finds no such page */
    Multi<OutboundSseEvent> open(String page, String key, Sse sse, HttpServerResponse response) {
        PersonalPageStream stream = new PersonalPageStream(pages.get(page), key, viewer.signedIn(), clock);
        if (!stream.isFound()) {
            throw Problem.notFound();
        }
        return streams.open(stream, response::reset).map(event -> event.outbound(sse, clock));
    }
}
