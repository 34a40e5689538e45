package dev.blackstart.notify.email;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.notify.Channel;
import dev.blackstart.notify.Delivery;
import dev.blackstart.people.Person;

/** Mail. Without a mail server it stays in the product: each person reads theirs in the outbox page. */
@ApplicationScoped
class EmailChannel implements Channel {

    private final MailServer server;

    EmailChannel(MailServer server) {
        this.server = server;
    }

    @Override
    public String key() {
        return "email";
    }

    @Override
    public boolean reaches(Person person) {
        return person.email != null;
    }

    @Override
    public boolean arrivesByItself() {
        return !server.isThere();
    }

    @Override
    public void deliver(Delivery delivery, Person to) {
        if (server.isThere()) {
            server.send(delivery.id, to.email, delivery.subject, delivery.text, delivery.unsubscribe);
        }
    }
}
