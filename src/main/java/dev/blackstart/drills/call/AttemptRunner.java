package dev.blackstart.drills.call;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.drills.AttemptQueue;
import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.Drivers;
import dev.blackstart.driver.TargetDeadMan;
import dev.blackstart.people.DemoPeople;
import dev.blackstart.probe.Probers;
import dev.blackstart.probe.Reading;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Calls drivers: each call in a thread of its own, outside any transaction, with a time limit. This process says every second
 * that it is alive; another process ends the calls of one that stopped saying so, and reverts their faults.
 */
@ApplicationScoped
class AttemptRunner {

    private static final Duration PAUSE_WITHOUT_DATABASE = Duration.ofMillis(500);
    private static final Duration LAST_CALLS = Duration.ofSeconds(3);

    /** Of this process, and of no other one before or after it. */
    private final UUID process = UUID.randomUUID();

    private final AttemptStore store;
    private final Drivers drivers;
    private final Probers probers;
    private final TargetSecrets secrets;
    private final FaultConfig config;
    private final ScheduledExecutorService pulse = Executors.newScheduledThreadPool(2, DaemonThreads.named("fault-pulse"));
    private final ExecutorService calls;

    /** Attempts that this process has taken up. */
    private final Set<UUID> claimedIds = ConcurrentHashMap.newKeySet();

    /** Those of them that a driver is at. */
    private final ConcurrentMap<UUID, DriverThread> underWay = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    AttemptRunner(AttemptStore store, Drivers drivers, Probers probers, TargetSecrets secrets, FaultConfig config) {
        this.store = store;
        this.drivers = drivers;
        this.probers = probers;
        this.secrets = secrets;
        this.config = config;
        this.calls = Executors.newFixedThreadPool(config.threads(), DaemonThreads.named("driver-caller"));
    }

    void start(@Observes @Priority(DemoPeople.AT_START + 1_000) StartupEvent event) {
        every(config.heartbeat(), this::beat);
        every(config.pollInterval(), this::poll);
    }

    private void every(Duration pause, Runnable work) {
        pulse.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                // an exception that leaves here would end the repetition
                Log.errorf(failure, "Could not poll the calls of drivers; retrying in %s", pause);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptQueue.Requested requested) {
        if (!stopped) {
            pulse.execute(() -> {
                interruptOvertaken();
                begin();
            });
        }
    }

    private void beat() {
        if (!underWay.isEmpty()) {
            store.heartbeat(process);
            interruptOvertaken();
        }
    }

    private void poll() {
        for (UUID id : store.ownerless()) {
            // before the revert is asked for: it must not be ended in place of the call that was left behind
            abandon(store.abandoned(id));
            store.giveUp(id);
        }
        begin();
    }

    private void begin() {
        for (UUID id : store.due()) {
            if (!stopped && claimedIds.add(id)) {
                calls.execute(() -> make(id));
            }
        }
    }

    /** A fault that is being reverted is not to be injected any longer. */
    private void interruptOvertaken() {
        if (!underWay.isEmpty()) {
            store.overtaken(process).forEach(id -> Optional.ofNullable(underWay.get(id)).ifPresent(DriverThread::interrupt));
        }
    }

    private void make(UUID id) {
        try {
            ClaimedCall claimed = store.claim(id, process);
            if (claimed != null) {
                writeDown(claimed, outcomeOf(claimed).storable(secrets));
            }
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The call %s of a driver could not be begun; it is retried", id);
        } finally {
            claimedIds.remove(id);
        }
    }

    private CallOutcome outcomeOf(ClaimedCall claimed) throws InterruptedException {
        DriverThread thread = new DriverThread(() -> call(claimed));
        underWay.put(claimed.attempt(), thread);
        try {
            CallOutcome outcome = thread.run(claimed.timeout());
            if (!outcome.isSuccess()) {
                abandon(claimed);
            }
            return outcome;
        } finally {
            underWay.remove(claimed.attempt());
        }
    }

    private CallOutcome call(ClaimedCall claimed) {
        try {
            AutomaticDriver driver = drivers.automatic(claimed.settings())
                    .orElseThrow(() -> new DriverFailed("The driver is not switched on."));
            DriverCall call = order(claimed, claimed.settings());
            return switch (claimed.action()) {
                case INJECT -> {
                    armAtTarget(claimed);
                    yield CallOutcome.succeeded(driver.inject(call));
                }
                case REVERT, REVERT_AGAIN, OTHERWISE -> revert(claimed, driver, call);
                case DISARM -> {
                    ((TargetDeadMan) driver).disarm(call);
                    yield CallOutcome.succeeded(null);
                }
            };
        } catch (RuntimeException failure) {
            if (!(failure instanceof DriverFailed)) {
                Log.errorf(failure, "A driver failed in a way it does not know: %s of drill %s", claimed.action(),
                        claimed.drill());
            }
            return CallOutcome.of(failure);
        }
    }

    private CallOutcome revert(ClaimedCall claimed, AutomaticDriver driver, DriverCall call) {
        Reading condition = claimed.onlyIf() == null ? null : probers.measure(claimed.onlyIf(), claimed.timeout());
        return condition == null || condition.inside() ? CallOutcome.succeeded(driver.revert(call))
                : CallOutcome.refused("Its condition, the probe %s, is outside its tolerance: %s"
                        .formatted(claimed.onlyIf().path("key").asText(), condition.message()));
    }

    private void armAtTarget(ClaimedCall claimed) {
        drivers.of(claimed.revert()).filter(TargetDeadMan.class::isInstance).map(TargetDeadMan.class::cast)
                .ifPresent(target -> target.arm(order(claimed, claimed.revert()), claimed.longest()));
    }

    private DriverCall order(ClaimedCall claimed, JsonNode settings) {
        return new DriverCall(claimed.drill(), settings, claimed.targets(), claimed.timeout(), claimed.saved(),
                state -> save(claimed.attempt(), state));
    }

    /** In another thread: this one may be interrupted. */
    private void save(UUID attempt, JsonNode state) {
        try {
            pulse.submit(() -> store.save(attempt, process, state)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DriverFailed("The call was ended before it touched the target.", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof DriverFailed refused ? refused
                    : new DriverFailed("The target's state could not be saved; it was not touched.", failure.getCause());
        }
    }

    private void abandon(ClaimedCall claimed) {
        drivers.automatic(claimed.settings()).ifPresent(driver -> driver.abandon(order(claimed, claimed.settings())));
    }

    /** Until it is: what a driver has done must not be forgotten because the database is away for a while. */
    private void writeDown(ClaimedCall claimed, CallOutcome outcome) throws InterruptedException {
        while (true) {
            try {
                store.ended(claimed.attempt(), process, outcome);
                return;
            } catch (RuntimeException failure) {
                Log.errorf(failure, "How %s of drill %s ended could not be written down; trying again", claimed.action(),
                        claimed.drill());
                Thread.sleep(PAUSE_WITHOUT_DATABASE.toMillis());
            }
        }
    }

    /** What is not over then is found by the end of its lease, after the restart or by another process. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        calls.shutdown();
        calls.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS);
        pulse.shutdown();
    }
}
