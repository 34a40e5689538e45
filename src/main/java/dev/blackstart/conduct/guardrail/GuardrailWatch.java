package dev.blackstart.conduct.guardrail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Looks several times a second whether a guardrail has to act. Every replica does; the head row's lock lets one of them act.
 */
@ApplicationScoped
class GuardrailWatch {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Guardrails guardrails;
    private final Clock clock;
    private final ScheduledExecutorService watch = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("guardrails"));
    private Instant watchedSince;

    GuardrailWatch(Guardrails guardrails, Clock clock) {
        this.guardrails = guardrails;
        this.clock = clock;
    }

    void start(@Observes @Priority(DemoPeople.AT_START + 1_000) StartupEvent event) {
        watchedSince = clock.instant();
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (Probe probe : guardrails.due(watchedSince)) {
                work(probe);
            }
        } catch (Exception | Error failure) {
            // an error that leaves here would end the looking for ever
            Log.errorf(failure, "Could not look at the guardrails; looking again in %s", LOOK);
        }
    }

    /** One that fails stops no other. */
    private void work(Probe probe) {
        try {
            guardrails.work(probe.exerciseId, probe.id, watchedSince);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The guardrail of probe %s in exercise %s failed; trying again in %s", probe.key,
                    probe.exerciseId, LOOK);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        watch.shutdown();
        watch.awaitTermination(5, TimeUnit.SECONDS);
    }
}
