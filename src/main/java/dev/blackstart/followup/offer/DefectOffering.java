package dev.blackstart.followup.offer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.action.Deadlines;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.offer.DefectOfferEvent.DefectOffered;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Offers each defect once, when the report that tells of it was published, to the owners of other systems of the same kind who
 * may
 * read that report. The moment is kept with the offers, under the lock of the exercise, so that of two replicas one asks.
 */
@ApplicationScoped
public class DefectOffering {

    /** Until when an answer is asked for. */
    static final int DAYS = 14;

    private static final int MOST_DEFECTS = 200;
    private static final int MOST_SYSTEMS = 50;
    private static final Duration OLDEST = Duration.ofDays(365);
    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final OfferAccess access;
    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    DefectOffering(Clock clock, OfferAccess access, Journal journal, Outbox outbox, Address address) {
        this.clock = clock;
        this.access = access;
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "30s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        offer();
    }

    /** One that fails keeps no other from being offered. */
    public void offer() {
        for (UUID id : QuarkusTransaction.requiringNew().call(this::due)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> offer(id));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "Defect %s could not be offered; it is tried again in half a minute", id);
            }
        }
    }

    private List<UUID> due() {
        List<Defect> found = Panache.getEntityManager().createQuery("""
                select d from Defect d, Exercise e where e.id = d.exerciseId and e.mode = LIVE
                    and e.state in (ENDED, CLOSED) and e.endedAt > :oldest and d.offeredAt is null
                order by e.endedAt desc, d.id""", Defect.class).setParameter("oldest", clock.instant().minus(OLDEST))
                .setMaxResults(MOST_DEFECTS).getResultList();
        Map<UUID, Instant> published = new HashMap<>();
        found.forEach(defect -> published.computeIfAbsent(defect.exerciseId, access::publishedAt));
        return found.stream().filter(defect -> isTold(defect, published.get(defect.exerciseId))).map(defect -> defect.id)
                .toList();
    }

    /** A report that was published before does not tell of it. */
    private static boolean isTold(Defect defect, Instant published) {
        return published != null && !defect.createdAt.isAfter(published);
    }

    private void offer(UUID id) {
        Exercise exercise = Exercise.lock(Defect.homeOf(id));
        Defect defect = Defect.lock(id);
        if (defect.offeredAt != null || !Actions.isOver(exercise)) {
            return;
        }
        Instant now = clock.instant();
        defect.offered(now);
        Instant due = Deadlines.end(now, DAYS, exercise.zoneId());
        List<SystemEntry> similar = similar(defect);
        similar.forEach(system -> {
            new DefectOffer(defect, system, due, now).persist();
            tell(defect, system, Deadlines.day(due, exercise.zoneId()).toString(), now);
        });
        if (!similar.isEmpty()) {
            journal.append(exercise, now, new DefectOffered(defect.reference, defect.id.toString(), similar.size()),
                    Journal.PLATFORM, Audience.CONTROL);
        }
    }

    /** Of the same kind, with an owner who may read of it. */
    private List<SystemEntry> similar(Defect defect) {
        Set<String> kinds = SystemEntry.among(defect.systems).stream().map(system -> system.kind).filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return kinds.isEmpty() ? List.of()
                : SystemEntry.<SystemEntry> list("kind in ?1 and owner is not null order by key", kinds).stream()
                        .filter(system -> !defect.systems.contains(system.key) && !readers(defect, system).isEmpty())
                        .limit(MOST_SYSTEMS).toList();
    }

    private List<String> readers(Defect defect, SystemEntry system) {
        return OfferAccess.people(system.owner).stream()
                .filter(person -> Person.present(person) != null && access.reads(defect.exerciseId, person)).toList();
    }

    private void tell(Defect defect, SystemEntry system, String day, Instant now) {
        outbox.post(new OutboundMessage(null, null, "Does this apply to " + system.name + "?",
                "A defect was found in a system of the same kind: %s%nDoes it apply to %s? Answer until %s: %s".formatted(
                        defect.title, system.name, day, address.of("/defect-offers")),
                false), readers(defect, system), CHANNELS, now);
    }
}
