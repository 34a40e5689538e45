package dev.blackstart.conduct.controlroom;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.conduct.ItemLine;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Roster.DirectorSeated;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.web.Address;
import dev.blackstart.web.Texts;

/** Tells directors that somebody else directs now, too: a hand-over that ends no seat leaves two people in charge. */
@ApplicationScoped
class DirectorMessages {

    private final Outbox outbox;
    private final Address address;

    DirectorMessages(Outbox outbox, Address address) {
        this.outbox = outbox;
        this.address = address;
    }

    /** Whoever seated the other one read it on the page. */
    void seated(@Observes DirectorSeated seated) {
        List<String> others = seated.others().stream().filter(one -> !one.equals(seated.by())).toList();
        if (others.isEmpty()) {
            return;
        }
        Exercise exercise = seated.exercise();
        String name = Person.nameOf(seated.person());
        String how = seated.person().equals(seated.by()) ? "took over direction"
                : "was seated as director by " + Person.nameOf(seated.by());
        outbox.post(new OutboundMessage(exercise.id, null, ItemLine.shortened(name + " directs now, too"),
                "%s %s: %s.\nYou stay director as well. If you hand over, end your seat: %s".formatted(name, how, exercise.name,
                        address.of("/exercises/" + exercise.id + "?seated=" + Texts.path(seated.person()) + "#roster")),
                exercise.isRehearsal()), others, Outbox.OUTSIDE, seated.at());
    }
}
