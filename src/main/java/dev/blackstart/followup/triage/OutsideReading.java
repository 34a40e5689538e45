package dev.blackstart.followup.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Address;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Asks somebody outside the team to read a weak signal. They see its exercise as control staff do already. */
@ApplicationScoped
class OutsideReading {

    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final WeakSignals weakSignals;
    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    OutsideReading(Clock clock, WeakSignals weakSignals, Journal journal, Outbox outbox, Address address) {
        this.clock = clock;
        this.weakSignals = weakSignals;
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    /** Asking the same person twice changes nothing. @throws Problem 422 for somebody who cannot read it from outside */
    void ask(UUID id, String person, String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(Triage.exerciseOf(id));
            Finding finding = Finding.findById(id);
            if (!WeakSignals.isOne(finding)) {
                throw Problem.invalid("outsideReader", "Only a weak signal is read from outside the team.");
            }
            List<String> readers = weakSignals.readers(exercise);
            if (!readers.contains(person.strip())) {
                throw Problem.invalid("outsideReader", "Name one of them, by key: " + String.join(", ", readers) + ".");
            }
            if (!person.strip().equals(finding.outsideReader)) {
                ask(exercise, finding, person.strip(), actor, clock.instant());
            }
        });
    }

    private void ask(Exercise exercise, Finding finding, String person, String actor, Instant at) {
        finding.readOutsideBy(person);
        journal.append(exercise, at, new SignalReferred(finding.id.toString(), person), actor, Audience.CONTROL);
        outbox.post(new OutboundMessage(exercise.id, null, "Read a weak signal",
                "A weak signal resembles ones that were dismissed. Read it with fresh eyes, and say what it is: "
                        + address.of("/findings?state=all&finding=" + finding.id),
                false), List.of(person), CHANNELS, at);
    }
}
