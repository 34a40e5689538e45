package dev.blackstart.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Carries what lies in the outbox, one recipient at a time. A delivery is claimed by a lease, sent with no transaction open,
 * and
 * then marked; if this process dies in between, another one tries again when the lease is over.
 */
@ApplicationScoped
class Postman {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int HANDS = 4;

    private final Outbox outbox;
    private final Clock clock;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "postman");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean stopped = new AtomicBoolean();

    Postman(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Posted posted) {
        hands.submit(this::carry);
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        if (stopped.get()) {
            return;
        }
        Instant next = QuarkusTransaction.requiringNew().call(Delivery::nextDue);
        if (next != null && !next.isAfter(clock.instant())) {
            hands.submit(this::carry);
        }
    }

    private void carry() {
        try {
            Delivery claimed;
            while (!stopped.get() && (claimed = claim()) != null) {
                deliver(claimed);
            }
        } catch (RuntimeException failure) {
            Log.error("The outbox could not be carried; it is looked at again in a second", failure);
        }
    }

    private Delivery claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Delivery delivery = Delivery.claim(now);
            if (delivery != null) {
                delivery.lease(now.plus(LEASE));
            }
            return delivery;
        });
    }

    private void deliver(Delivery delivery) {
        String failure = null;
        try {
            outbox.way(delivery.way).deliver(delivery);
        } catch (Way.DeliveryFailed failed) {
            failure = failed.getMessage();
        }
        String why = failure;
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery row = Delivery.findById(delivery.id);
            if (why == null) {
                row.sent(clock.instant());
            } else {
                row.failed(why, clock.instant());
            }
        });
    }

    /** While the database is still there. */
    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
        hands.shutdown();
    }
}
