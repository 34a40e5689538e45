package dev.blackstart.notify.page;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.notify.Delivery;

/**
 * What was sent to somebody, as they themselves may read it: never of which exercise. What has not arrived by its channel does
 * not
 * arrive here either, so its text is left out.
 *
 * @param text null until it has arrived
 * @param failure why it has not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(UUID id, String channel, String state, String subject, String text, Instant createdAt, Instant sentAt,
        String failure) {

    static Message of(Delivery delivery) {
        boolean arrived = delivery.state == Delivery.State.SENT;
        return new Message(delivery.id, delivery.channel, delivery.state.key(), delivery.subject,
                arrived ? delivery.text : null,
                delivery.createdAt, delivery.sentAt, delivery.failure);
    }
}
