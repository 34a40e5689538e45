package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.notify.Delivery;
import dev.blackstart.people.Directory;

/**
 * How a message goes to one person by one way, as control staff see it; what failed is followed by its next channel.
 *
 * @param state waiting, sent, failed, recalled or dry
 * @param failure why the last try failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryStatus(String person, String name, String channel, String state, int tries, Instant sentAt,
        String failure) {

    public static List<DeliveryStatus> by(UUID item, Directory people) {
        List<Delivery> deliveries = Delivery.about(item);
        Map<String, String> names = people.names(deliveries.stream().map(delivery -> delivery.person).toList());
        return deliveries.stream()
                .map(delivery -> new DeliveryStatus(delivery.person, names.get(delivery.person), delivery.channel,
                        delivery.state.key(),
                        delivery.tries, delivery.sentAt, delivery.failure))
                .toList();
    }
}
