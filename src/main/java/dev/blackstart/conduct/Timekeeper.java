package dev.blackstart.conduct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.planning.Exercise;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Wakes up when something is due. Its timer is armed from the head rows, which are the only truth: it looks there several times
 * a second for what other replicas changed or left behind, and at once for what this one changed.
 */
@ApplicationScoped
class Timekeeper {

    /** After somebody else held the row; they are done in a moment. */
    private static final Duration SOON = Duration.ofMillis(2);

    /** After so many failures in a row it is the item's fault rather than the database's. */
    private static final int PATIENCE = 5;

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final Conductor conductor;
    private final Clock clock;
    private final Duration look;
    private final ScheduledThreadPoolExecutor hands;

    /** Exercises that a hand of this replica is at, and whether they were found due meanwhile. */
    private final ConcurrentMap<UUID, Boolean> underWay = new ConcurrentHashMap<>();

    /** How often an item failed. */
    private final ConcurrentMap<UUID, Integer> failures = new ConcurrentHashMap<>();

    private Instant armedFor = Instant.MAX;

    Timekeeper(Conductor conductor, Clock clock, ConductConfig config) {
        this.conductor = conductor;
        this.clock = clock;
        this.look = config.look();
        this.hands = new ScheduledThreadPoolExecutor(config.hands(), task -> {
            Thread thread = new Thread(task, "conductor");
            thread.setDaemon(true);
            return thread;
        });
        this.hands.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start(@Observes @Priority(DemoPeople.AT_START + 1_000) StartupEvent event) {
        hands.scheduleWithFixedDelay(this::wake, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    void paced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Pace.Paced paced) {
        arm(paced.nextDueAt());
    }

    /** Arms the timer, unless it already wakes earlier. */
    private synchronized void arm(Instant due) {
        if (due == null || !due.isBefore(armedFor)) {
            return;
        }
        armedFor = due;
        long micros = Math.max(0, Duration.between(clock.instant(), due).toNanos() / 1_000);
        hands.schedule(this::ring, micros, TimeUnit.MICROSECONDS);
    }

    private void ring() {
        synchronized (this) {
            armedFor = Instant.MAX;
        }
        wake();
    }

    private void wake() {
        if (hands.isShutdown()) {
            return;
        }
        try {
            Instant now = clock.instant();
            Outlook outlook = QuarkusTransaction.requiringNew().call(() -> Outlook.at(now));
            for (UUID due : outlook.due()) {
                if (!underWay.merge(due, false, (old, fresh) -> true)) {
                    hands.execute(() -> conduct(due));
                }
            }
            arm(outlook.next());
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Could not look for what is due; looking again in %s", look);
        }
    }

    private void conduct(UUID exercise) {
        try {
            Conductor.Step step = Conductor.Step.NOTHING_DUE;
            do {
                underWay.put(exercise, false);
                do {
                    step = conductor.step(exercise, step == Conductor.Step.CALLING_ON);
                } while (step == Conductor.Step.DID_SOMETHING || step == Conductor.Step.CALLING_ON);
            } while (!underWay.remove(exercise, false));
            if (step == Conductor.Step.OCCUPIED) {
                hands.schedule(this::wake, SOON.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException failure) {
            underWay.remove(exercise);
            Log.errorf(failure, "Could not conduct exercise %s; trying again in %s", exercise, look);
            if (failure instanceof ItemFailed failed && failures.merge(failed.item, 1, Integer::sum) >= PATIENCE) {
                setAside(exercise, failed.item);
            }
        }
    }

    private void setAside(UUID exercise, UUID item) {
        try {
            conductor.setAside(exercise, item);
            failures.remove(item);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Nor could its next item be set aside; trying again in %s", look);
        }
    }

    /** Exercises that are due, the longest waiting first, and the next instant at which another one is. */
    private record Outlook(List<UUID> due, Instant next) {

        static Outlook at(Instant now) {
            return new Outlook(
                    Exercise.getEntityManager()
                            .createQuery("select e.id from Exercise e where e.nextDueAt <= ?1 order by e.nextDueAt", UUID.class)
                            .setParameter(1, now).setMaxResults(200).getResultList(),
                    Exercise.getEntityManager()
                            .createQuery("select min(e.nextDueAt) from Exercise e where e.nextDueAt > ?1", Instant.class)
                            .setParameter(1, now).getSingleResult());
        }
    }

    /** While the database is still there: what is under way is finished, nothing new begins. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        hands.shutdown();
        hands.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS);
    }
}
