package dev.blackstart.live;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.jboss.resteasy.reactive.ResponseHeader;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** Keeps open pages of imports up to date. */
@Path("/directory")
@Authenticated
public class ImportStreamResource {

    private final PersonalStreams streams;

    ImportStreamResource(PersonalStreams streams) {
        this.streams = streams;
    }

    @GET
    @Path("imports/{id}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(UUID id, @Context Sse sse, @Context HttpServerResponse response) {
        return streams.open("import", id.toString(), sse, response);
    }
}
