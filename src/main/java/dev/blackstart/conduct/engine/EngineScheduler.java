package dev.blackstart.conduct.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.blackstart.conduct.Attempt;
import dev.blackstart.conduct.FailureCause;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.DemoPeople;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Wakes up when something is due. Its timer is armed from the head rows, which are the only truth: it looks there several times
 * a second for what other replicas changed or left behind, and at once for what this one changed.
 */
@ApplicationScoped
class EngineScheduler {

    /** After somebody else held the row; they are done in a moment. */
    private static final Duration SOON = Duration.ofMillis(2);

    /** After so many failures in a row it is the fault of what is worked on, even if the database had a part in each. */
    private static final int PATIENCE = 5;

    /** Timers are not set further ahead; what is due later is found by looking again. */
    private static final Duration FARTHEST = Duration.ofHours(1);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final TimelineEngine timelineEngine;
    private final Quarantine quarantine;
    private final Clock clock;
    private final Duration look;
    private final ScheduledThreadPoolExecutor hands;

    /** Exercises that a hand of this replica is at, and whether they were found due meanwhile. */
    private final ConcurrentMap<UUID, Boolean> underWay = new ConcurrentHashMap<>();

    /** How often something failed, by its id. */
    private final ConcurrentMap<UUID, Integer> failures = new ConcurrentHashMap<>();

    /** Exercises whose calls are made one by one, because one of many failed. */
    private final Set<UUID> oneByOne = ConcurrentHashMap.newKeySet();

    private Instant armedFor = Instant.MAX;

    EngineScheduler(TimelineEngine timelineEngine, Quarantine quarantine, Clock clock, ConductConfig config) {
        this.timelineEngine = timelineEngine;
        this.quarantine = quarantine;
        this.clock = clock;
        this.look = config.pollInterval();
        this.hands = new ScheduledThreadPoolExecutor(config.threads(), DaemonThreads.named("conductor"));
        this.hands.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start(@Observes @Priority(DemoPeople.AT_START + 1_000) StartupEvent event) {
        hands.scheduleWithFixedDelay(this::wake, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    void paced(@Observes(during = TransactionPhase.AFTER_SUCCESS) NextDueTracker.Paced paced) {
        arm(paced.nextDueAt());
    }

    /** Arms the timer, unless it already wakes earlier. */
    private synchronized void arm(Instant due) {
        if (due == null || !due.isBefore(armedFor)) {
            return;
        }
        armedFor = due;
        Duration ahead = Duration.between(clock.instant(), due);
        long micros = Math.max(0, (ahead.compareTo(FARTHEST) < 0 ? ahead : FARTHEST).toNanos() / 1_000);
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
        } catch (Exception | Error failure) {
            // an error that leaves here would end the looking for ever
            Log.errorf(failure, "Could not look for what is due; looking again in %s", look);
        }
    }

    private void conduct(UUID exercise) {
        Attempt attempt = new Attempt(false);
        try {
            TimelineEngine.Step step = TimelineEngine.Step.NOTHING_DUE;
            do {
                underWay.put(exercise, false);
                do {
                    attempt = new Attempt(oneByOne.contains(exercise));
                    step = timelineEngine.step(exercise, step == TimelineEngine.Step.CALLING_ON, attempt);
                    if (attempt.work() != null) {
                        failures.remove(attempt.work().id());
                    }
                } while (step == TimelineEngine.Step.DID_SOMETHING || step == TimelineEngine.Step.CALLING_ON);
            } while (!underWay.remove(exercise, false));
            oneByOne.remove(exercise);
            if (step == TimelineEngine.Step.OCCUPIED) {
                hands.schedule(this::wake, SOON.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (Exception | Error failure) {
            // put aside before another thread may take it up, which would fail the same way once more
            failed(exercise, attempt, failure);
            if (Boolean.TRUE.equals(underWay.remove(exercise))) {
                wake();
            }
        }
    }

    /**
     * What fails for good is put aside at once, anything else after it failed several times; the rest of the exercise goes on.
     */
    private void failed(UUID exercise, Attempt attempt, Throwable failure) {
        Log.errorf(failure, "Could not conduct exercise %s: %s", exercise, attempt.work());
        if (attempt.work() == null) {
            return;
        }
        if (attempt.work().kind() == Attempt.Kind.CONTACT && !attempt.alone) {
            // which one of many failed shows when they are worked off one by one
            oneByOne.add(exercise);
        } else if (FailureCause.isPermanent(failure)
                || failures.merge(attempt.work().id(), 1, Integer::sum) >= PATIENCE) {
            putAside(exercise, attempt.work(), failure);
        }
    }

    private void putAside(UUID exercise, Attempt.Work work, Throwable failure) {
        try {
            quarantine.put(exercise, work, failure);
            failures.remove(work.id());
        } catch (Exception | Error again) {
            Log.errorf(again, "Nor could %s be put aside; trying again in %s", work, look);
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
