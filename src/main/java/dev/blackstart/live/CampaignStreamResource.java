package dev.blackstart.live;

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

/** Keeps open command rooms up to date. */
@Path("/campaigns")
@Authenticated
public class CampaignStreamResource {

    private final PersonalStreams streams;

    CampaignStreamResource(PersonalStreams streams) {
        this.streams = streams;
    }

    @GET
    @Path("{key}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(String key, @Context Sse sse, @Context HttpServerResponse response) {
        return streams.open("campaign", key, sse, response);
    }
}
