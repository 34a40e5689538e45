package dev.blackstart.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import dev.blackstart.people.Person;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Writes down what becomes of deliveries, each step in a transaction of its own, none of which is open while something
 * travels.
 */
@ApplicationScoped
class DeliveryStore {

    /** Longer than any channel takes. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration MOST_PUT_OFF = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final NotifyConfig config;
    private final Clock clock;
    private final Event<Outbox.Unreached> unreached;

    DeliveryStore(Outbox outbox, NotifyConfig config, Clock clock, Event<Outbox.Unreached> unreached) {
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.unreached = unreached;
    }

    /** @param to null for somebody who is not in the directory any more */
    record Claimed(Delivery delivery, Person to) {
    }

    List<String> channelsDue() {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.channelsDue(clock.instant()));
    }

    /** The next one that is due, for this process alone until the lease is over; null when there is none. */
    Claimed claim(String channel) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Delivery delivery = Delivery.claim(channel, now);
            if (delivery == null) {
                return null;
            }
            delivery.lease(now.plus(LEASE));
            return new Claimed(delivery, Person.byKey(delivery.person));
        });
    }

    /** It has left, even if it was recalled meanwhile. */
    void sent(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> Delivery.<Delivery> findById(id, LockModeType.PESSIMISTIC_WRITE).sent(clock.instant()));
    }

    /** Of what was recalled meanwhile nobody asks how it went. */
    void failed(UUID id, Channel.DeliveryFailed failure) {
        try {
            writeDown(id, failure);
        } catch (RuntimeException unwritten) {
            if (QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> findById(id).isWaiting())) {
                giveUpAlone(id, failure.getMessage(), unwritten);
            }
        }
    }

    /**
     * It could not be written down with all that belongs to it, such as the journal's entry: if that was its last try, it fails
     * alone and appears in its person's page; else the end of its lease tries again.
     */
    private void giveUpAlone(UUID id, String why, RuntimeException unwritten) {
        Log.errorf(unwritten, "What became of delivery %s could not be written down", id);
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery delivery = Delivery.findById(id);
            Instant now = clock.instant();
            if (delivery.isWaiting() && now.isAfter(end(delivery))) {
                delivery.fail(why);
                outbox.goOn(delivery, now);
            }
        });
    }

    /** Takes no lock of its own: whoever is told of it locks the exercise first, as those do who recall. */
    private void writeDown(UUID id, Channel.DeliveryFailed failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery delivery = Delivery.findById(id);
            if (!delivery.isWaiting()) {
                return;
            }
            Instant now = clock.instant();
            Duration pause = delivery.pause(ThreadLocalRandom.current().nextDouble(0.75, 1.25));
            Duration asked = failure.notBefore == null ? Duration.ZERO : least(failure.notBefore, MOST_PUT_OFF);
            Instant again = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
            if (failure.hope == Channel.DeliveryFailed.Hope.NONE || again.isAfter(end(delivery))) {
                giveUp(List.of(delivery), failure.getMessage(), now);
            } else {
                delivery.tryAgain(failure.getMessage(), again);
            }
        });
    }

    /**
     * While a channel is down, what has waited long enough falls to the next one without being tried: everybody of one message
     * at
     * once.
     *
     * @return whether there may be more
     */
    boolean giveUpLate(String channel, String why) {
        UUID late = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Delivery first = Delivery.firstLate(channel, now, now.minus(config.retryTimeout()),
                    now.minus(config.finalRetryTimeout()));
            return first == null ? null : first.id;
        });
        if (late == null) {
            return false;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> giveUpWithItsLike(late, why));
        } catch (RuntimeException unwritten) {
            giveUpAlone(late, why, unwritten);
        }
        return true;
    }

    private void giveUpWithItsLike(UUID id, String why) {
        Delivery late = Delivery.findById(id);
        Instant now = clock.instant();
        if (late.isWaiting()) {
            giveUp(late.aboutId == null ? List.of(late) : late.alike(now), why, now);
        }
    }

    private Instant end(Delivery delivery) {
        return delivery.createdAt.plus(delivery.left().isEmpty() ? config.finalRetryTimeout() : config.retryTimeout());
    }

    /** Whoever is told takes the exercise's lock first; two processes at once are told apart by the rows' versions. */
    private void giveUp(List<Delivery> failed, String why, Instant now) {
        Delivery one = failed.get(0);
        List<String> people = failed.stream().filter(delivery -> delivery.left().isEmpty()).map(delivery -> delivery.person)
                .distinct().toList();
        if (!people.isEmpty()) {
            unreached.fire(new Outbox.Unreached(one.exerciseId, one.aboutId, people, one.tried(), why));
        }
        for (Delivery delivery : failed) {
            delivery.fail(why);
            outbox.goOn(delivery, now);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
