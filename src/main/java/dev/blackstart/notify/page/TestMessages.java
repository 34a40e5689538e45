package dev.blackstart.notify.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.notify.Delivery;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.notify.email.MailServer;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Address;

/** Messages that people send to themselves, to see whether a channel works. They are about the person. */
@ApplicationScoped
class TestMessages {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 6;

    private final Outbox outbox;
    private final MailServer server;
    private final Address address;
    private final Clock clock;

    TestMessages(Outbox outbox, MailServer server, Address address, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.address = address;
        this.clock = clock;
    }

    /** A channel, and where the last test of it has come. @param note what is special here @param last null before the first */
    public record TestChannel(String key, String name, String note, Message last) {
    }

    List<TestChannel> of(Person person) {
        return outbox.channelsTo(person).stream().map(channel -> {
            Delivery last = Delivery.find("aboutId = ?1 and channel = ?2 order by createdAt desc", person.id, channel)
                    .firstResult();
            return new TestChannel(channel, channel.equals("email") ? "Mail" : "Chat", note(channel, person),
                    last == null ? null : Message.of(last));
        }).toList();
    }

    private String note(String channel, Person person) {
        return channel.equals("email") ? server.isThere() ? null : "No mail server is set up: mails are among your messages."
                : person.chat == null ? "By the organisation's own messenger." : null;
    }

    /** @throws Problem 422 for a way without an address, 429 for too many */
    @Transactional
    void send(Person person, String channel) {
        if (!outbox.channelsTo(person).contains(channel)) {
            throw Problem.invalid("channel", "You have no address for this way; enter and save it first.");
        }
        Instant now = clock.instant();
        if (Delivery.count("aboutId = ?1 and createdAt > ?2", person.id, now.minus(WINDOW)) >= MOST) {
            throw new Problem(429, "Too many", "You have sent several tests just now; wait ten minutes.");
        }
        outbox.post(
                new OutboundMessage(null, person.id, "Test message", "You sent this to yourself from " + address.of("/settings")
                        + " to see whether it arrives. It does.", false),
                List.of(person.key), List.of(channel), now);
    }
}
