package dev.blackstart.conduct.noduff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.Calls;
import dev.blackstart.conduct.Addressing;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Addressees;
import dev.blackstart.people.Person;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** What everybody in an exercise is told of a NO DUFF. */
@ApplicationScoped
class NoDuffLetters {

    private final Clock clock;
    private final Outbox outbox;

    NoDuffLetters(Clock clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** By chat and mail at once whoever was called; the others in the page. */
    void tell(UUID id, boolean stands, String text) {
        send(id, "NO DUFF: a real emergency. The exercise %s; do what the real thing needs."
                .formatted(stands ? "stands" : "is being stopped") + (text == null ? "" : "\n" + text));
    }

    private void send(UUID id, String told) {
        Exercise exercise = Exercise.findById(id);
        Instant at = clock.instant();
        OutboundMessage letter = new OutboundMessage(id, null, "NO DUFF", told, exercise.isRehearsal());
        Set<String> contacted = Calls.contacted(id);
        outbox.postByEach(letter, contacted, Outbox.OUTSIDE, at);
        Set<String> others = Addressing.people(exercise, List.of(Addressees.EVERYONE), exercise.clock.position(at));
        others.removeAll(contacted);
        outbox.post(letter, others, List.of(), at);
    }

    /** Somebody holds it all the time: its clock still runs, and people have to stop it. */
    void askByHand(UUID id) {
        Exercise exercise = Exercise.findById(id);
        List<String> control = RosterEntry.of(id).stream().filter(entry -> entry.role.isControl())
                .map(entry -> entry.person).distinct().toList();
        outbox.postByEach(new OutboundMessage(id, null, "NO DUFF: stop the exercise by hand",
                "A real emergency was called, and the exercise could not be stopped. Pause it, and take its faults back by hand.",
                exercise.isRehearsal()), control, Outbox.OUTSIDE, clock.instant());
    }

    /** Each in a transaction of its own; of two replicas one does it. */
    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellOfRepeats() {
        for (NoDuffRepeat repeat : QuarkusTransaction.requiringNew().call(() -> NoDuffRepeat.due(clock.instant()))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> tellOf(repeat));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The repeated NO DUFF in exercise %s could not be told; it is tried again",
                        repeat.exerciseId);
            }
        }
    }

    private void tellOf(NoDuffRepeat repeat) {
        if (repeat.tell(clock.instant())) {
            Person person = Person.byKey(repeat.person);
            send(repeat.exerciseId, "NO DUFF: %s said it %d times.".formatted(
                    person == null ? repeat.person : person.name, repeat.said)
                    + (repeat.text == null ? "" : "\n" + repeat.text));
        }
    }
}
