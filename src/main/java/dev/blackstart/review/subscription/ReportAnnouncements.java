package dev.blackstart.review.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.review.publication.PublishedReports;
import dev.blackstart.review.publication.PublishedTitle;
import dev.blackstart.review.publication.ReportAudience;
import dev.blackstart.review.publication.ReportPublished;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Tells subscribers of a published report, a few seconds after it was published: each once for a revision, and only those who
 * may read it then. The exercise's lock keeps two replicas from telling the same person.
 */
@ApplicationScoped
class ReportAnnouncements {

    private static final int TOKEN_BYTES = 32;
    private static final int BATCH = 100;
    private static final int MOST_COPIES = 20;
    private static final String MAIL = "email";

    private final PublishedReports published;
    private final Visibility visibility;
    private final Outbox outbox;
    private final Address address;
    private final Clock clock;

    ReportAnnouncements(PublishedReports published, Visibility visibility, Outbox outbox, Address address, Clock clock) {
        this.published = published;
        this.visibility = visibility;
        this.outbox = outbox;
        this.address = address;
        this.clock = clock;
    }

    /** What is still to be sent of an earlier copy is not: its audience may have been another. */
    void replaced(@Observes ReportPublished published) {
        outbox.recall(this.published.others(published.copy()));
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (UUID copy : QuarkusTransaction.requiringNew().call(() -> ReportAnnouncement.pending(MOST_COPIES))) {
            try {
                announce(copy);
            } catch (RuntimeException failed) {
                Log.errorf(failed, "The subscribers of published report %s could not be told; they are in a few seconds", copy);
            }
        }
    }

    private void announce(UUID id) {
        PublishedTitle copy = QuarkusTransaction.requiringNew().call(() -> published.title(id));
        if (copy != null) {
            List<String> people = QuarkusTransaction.requiringNew().call(() -> ReportSubscription.subscribers(copy.at()));
            for (int i = 0; i < people.size(); i += BATCH) {
                List<String> batch = people.subList(i, Math.min(people.size(), i + BATCH));
                QuarkusTransaction.requiringNew().run(() -> tell(copy, batch));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> done(id, copy));
    }

    private void done(UUID id, PublishedTitle copy) {
        if (copy != null) {
            Exercise.lock(copy.exercise());
        }
        if (!ReportAnnouncement.isThere(id)) {
            new ReportAnnouncement(id, clock.instant()).persist();
        }
    }

    private void tell(PublishedTitle copy, List<String> people) {
        Exercise exercise = Exercise.lock(copy.exercise());
        List<String> roster = RosterEntry.of(exercise.id).stream().map(seat -> seat.person).toList();
        for (String key : people) {
            Person person = Person.present(key);
            ReportSubscription subscription = ReportSubscription.of(key);
            if (person != null && subscription != null && subscription.wants(exercise.plan().team()) && mayRead(copy, key)
                    && !ReportNotice.isThere(exercise.id, copy.revision(), key)) {
                tell(copy, person, roster.contains(key));
            }
        }
    }

    private boolean mayRead(PublishedTitle copy, String person) {
        return copy.audience() == ReportAudience.ORGANISATION
                || published.isFor(copy.exercise(), visibility.sight(copy.exercise(), person));
    }

    /** @param onRoster they found it in their pages when it was published */
    private void tell(PublishedTitle copy, Person person, boolean onRoster) {
        Instant at = clock.instant();
        String subject = "Report published: " + copy.title();
        String text = "What was learned, and what is done about it: "
                + address.of("/exercises/" + copy.exercise() + "/report");
        String token = null;
        if (outbox.channelsTo(person).contains(MAIL)) {
            token = Secrets.randomToken(TOKEN_BYTES);
            String unsubscribe = address.of("/unsubscribe/" + token);
            outbox.post(new OutboundMessage(null, copy.id(), subject,
                    text + "\n\nYou subscribed to reports. Unsubscribe: " + unsubscribe, false, unsubscribe),
                    List.of(person.key), List.of(MAIL), at);
        }
        if (!onRoster) {
            outbox.post(new OutboundMessage(null, copy.id(), subject, text, false), List.of(person.key), List.of("in-app"), at);
        }
        new ReportNotice(copy.exercise(), copy.revision(), person.key, token == null ? null : DigestUtils.sha256Hex(token), at)
                .persist();
    }
}
