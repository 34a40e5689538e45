package dev.blackstart.live.stream;

import java.time.Clock;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import dev.blackstart.web.Json;

/**
 * What goes down a stream, shared by all who get it.
 *
 * @param id the entry's place as its readers know it; null for what has no place in the journal
 * @param type the entry's type, or what kind of piece of a page it is
 * @param text JSON or HTML; null for a mere sign of life
 */
public record StreamEvent(String id, String type, String text) {

    public static final StreamEvent HEARTBEAT = new StreamEvent(null, null, null);

    /** A part of a page. Its text is the id of its element, a line break, and the HTML. */
    public static StreamEvent part(String element, String html) {
        return new StreamEvent(null, "part", element + "\n" + html);
    }

    public OutboundSseEvent outbound(Sse sse, Clock clock) {
        if (this == HEARTBEAT) {
            return sse.newEventBuilder().name("beat").data(String.class, Json.text(clock.instant())).build();
        }
        OutboundSseEvent.Builder event = sse.newEventBuilder().name(type).data(String.class, text);
        return (id == null ? event : event.id(id)).build();
    }
}
