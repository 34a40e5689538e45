package dev.blackstart.followup.signal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Tells whoever found a weak signal what became of it, once the exercise is over, and takes their objection, once. Who did not
 * want to be named is told nothing.
 */
@ApplicationScoped
public class Signals {

    private static final String KIND = "weak-signal";
    private static final int MOST = 200;
    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    Signals(Clock clock, Journal journal, Outbox outbox, Address address) {
        this.clock = clock;
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "15s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        tell();
    }

    /** Each outcome once; one that fails keeps no other from being told. */
    public void tell() {
        for (UUID id : QuarkusTransaction.requiringNew().call(Signals::untold)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> tell(id));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The finder of %s could not be told; it is tried again in a few seconds", id);
            }
        }
    }

    private static List<UUID> untold() {
        return Panache.getEntityManager().createQuery("select f.id from Finding f, Exercise e where e.id = f.exerciseId"
                + " and e.mode = LIVE and e.state in (ENDED, CLOSED) and f.state in (CONFIRMED, NOTED, DISMISSED)"
                + " and coalesce(f.judgedKind, f.kind) = :kind and f.author is not null and f.proposed = false"
                + " and (f.outcomeToldAt is null or f.outcomeToldAt < f.triagedAt) order by f.triagedAt desc, f.id", UUID.class)
                .setParameter("kind", KIND).setMaxResults(MOST).getResultList();
    }

    private void tell(UUID id) {
        Exercise exercise = Exercise.lock(homeOf(id));
        Finding finding = Finding.findById(id);
        Instant now = clock.instant();
        boolean told = finding.outcomeToldAt != null && !finding.outcomeToldAt.isBefore(finding.triagedAt);
        if (told || !finding.isTriaged() || !Actions.isOver(exercise)) {
            return;
        }
        finding.outcomeToldAt = now;
        if (Person.present(finding.author) == null) {
            return;
        }
        String why = finding.triageReason == null ? "" : ", because: " + finding.triageReason;
        String objects = SignalView.mayObject(finding) ? " You may object once: " : " See it: ";
        outbox.post(new OutboundMessage(exercise.id, null, "What became of your weak signal",
                "\u201C%s\u201D was %s%s.%s%s".formatted(finding.text, finding.state.key(), why, objects,
                        address.of("/signals/" + finding.id)),
                false), List.of(finding.author), CHANNELS, now);
    }

    private static UUID homeOf(UUID finding) {
        return Panache.getEntityManager().createQuery("select f.exerciseId from Finding f where f.id = ?1", UUID.class)
                .setParameter(1, finding).getSingleResult();
    }

    /** @throws Problem 404 for everybody but its finder, and before the exercise is over */
    public UUID exerciseOf(UUID id, String person) {
        of(id, person);
        return homeOf(id);
    }

    SignalView of(UUID id, String person) {
        Finding finding = Finding.findById(id);
        Exercise exercise = finding == null ? null : Exercise.findById(finding.exerciseId);
        if (exercise == null || !KIND.equals(finding.kindNow()) || !person.equals(finding.author) || finding.proposed
                || !Actions.isOver(exercise)) {
            throw Problem.notFound();
        }
        return SignalView.of(finding, exercise);
    }

    /** It is looked at again. @throws Problem 409 the second time, or where there is nothing to object to; 422 without words */
    void object(UUID id, String why, String person) {
        of(id, person);
        TextLimits.reason("reason", why, "Say what the decision left out.");
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(homeOf(id));
            Finding finding = Finding.findById(id);
            if (finding.objectedAt == null && !SignalView.mayObject(finding)) {
                throw Problem.conflict("It is " + finding.state.key() + "; there is nothing to object to.");
            }
            Instant at = clock.instant();
            finding.object(why.strip(), at);
            journal.append(exercise, at, new SignalObjected(finding.id.toString(), finding.objection), person,
                    Audience.CONTROL);
        });
    }
}
