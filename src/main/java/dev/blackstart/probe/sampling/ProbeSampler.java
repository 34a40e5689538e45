package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.probe.Probers;
import dev.blackstart.probe.Reading;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Measures the probes of live exercises on wall time, through pauses, and after ENDEX until every fault is reverted. One
 * replica
 * measures an exercise at a time.
 */
@ApplicationScoped
class ProbeSampler {

    private static final Duration CLAIM_EVERY = Duration.ofSeconds(1);
    private static final Duration WRITE_EVERY = Duration.ofMillis(200);

    /** A measurement that runs longer than its time limit by this is stuck. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(1);

    private static final Duration LAST_WRITE = Duration.ofSeconds(5);
    private static final int JOURNAL_THREADS = 4;

    private final SampledExercises exercises;
    private final Probers probers;
    private final SampleWriter writer;
    private final RollUp rollUp;
    private final SteadyState steadyState;
    private final ProbeConfig config;
    private final Clock clock;

    /** Probes measured here, by exercise. */
    private final Map<UUID, List<SampledProbe>> measured = new ConcurrentHashMap<>();

    /** Exercises whose changes of state are being journaled. */
    private final Set<UUID> journaling = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("probe-timer"));
    private final ScheduledExecutorService keeper = new ScheduledThreadPoolExecutor(2, DaemonThreads.named("probe-keeper"));
    private final ExecutorService journals;
    private final ExecutorService measurements;

    ProbeSampler(SampledExercises exercises, Probers probers, SampleWriter writer, RollUp rollUp,
            SteadyState steadyState, ProbeConfig config, Clock clock) {
        this.steadyState = steadyState;
        this.exercises = exercises;
        this.probers = probers;
        this.writer = writer;
        this.rollUp = rollUp;
        this.config = config;
        this.clock = clock;
        this.measurements = new ThreadPoolExecutor(0, config.threads(), 30, TimeUnit.SECONDS, new SynchronousQueue<>(),
                DaemonThreads.named("probe"));
        this.journals = new ScheduledThreadPoolExecutor(JOURNAL_THREADS, DaemonThreads.named("probe-journal"));
    }

    void start(@Observes @Priority(DemoPeople.AT_START + 1_000) StartupEvent event) {
        keeper.scheduleWithFixedDelay(guarded("claim exercises", this::claim), 0, CLAIM_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        keeper.scheduleWithFixedDelay(guarded("store samples", this::write), WRITE_EVERY.toMillis(), WRITE_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** An error that leaves a scheduled task would end it for ever. */
    private static Runnable guarded(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Exception | Error failure) {
                Log.errorf(failure, "Could not %s; trying again in a moment", what);
            }
        };
    }

    private void claim() {
        Set<UUID> wanted = exercises.wanted();
        measured.keySet().removeIf(known -> !wanted.contains(known));
        wanted.forEach(exercise -> guarded("measure exercise " + exercise, () -> claim(exercise)).run());
        exercises.startingSoon().forEach(steadyState::measureSoon);
        rollUp.work(measured.keySet());
    }

    private void claim(UUID exercise) {
        if (!exercises.hold(exercise)) {
            measured.remove(exercise);
        } else if (!measured.containsKey(exercise)) {
            List<SampledProbe> probes = exercises.begin(exercise);
            measured.put(exercise, probes);
            probes.forEach(probe -> schedule(probe, probes));
        }
    }

    /** @param together the probes it was claimed with: whoever is no longer measured with them is not measured at all */
    private void schedule(SampledProbe probe, List<SampledProbe> together) {
        long micros = Math.max(0, Duration.between(clock.instant(), probe.nextDue()).toNanos() / 1_000);
        timer.schedule(guarded("measure a probe", () -> turn(probe, together)), micros, TimeUnit.MICROSECONDS);
    }

    private void turn(SampledProbe probe, List<SampledProbe> together) {
        if (measured.get(probe.exercise) != together) {
            return;
        }
        try {
            SampledProbe.Due due = probe.take(clock.instant(), config.timeout().plus(STUCK_AFTER));
            switch (due.turn()) {
                case MEASURE -> measure(probe, due);
                case STUCK -> outside(probe, due, "The measurement before this one has not ended.");
                case SKIP, NOT_DUE -> {
                    // counted by the probe; the timer rings again for the next sample
                }
            }
        } finally {
            schedule(probe, together);
        }
    }

    private void measure(SampledProbe probe, SampledProbe.Due due) {
        try {
            measurements.execute(() -> {
                try {
                    keep(probe, due, probers.measure(probe.planned, config.timeout()));
                } finally {
                    probe.free();
                }
            });
        } catch (RejectedExecutionException full) {
            probe.free();
            outside(probe, due, "This replica makes too many measurements at once; see blackstart.probes.threads.");
        }
    }

    private void outside(SampledProbe probe, SampledProbe.Due due, String why) {
        keep(probe, due, new Reading(clock.instant(), false, null, Duration.ZERO, why));
    }

    private void keep(SampledProbe probe, SampledProbe.Due due, Reading reading) {
        Sample sample = probe.sample(due.n(), reading, due.skipped());
        if (sample != null) {
            writer.add(probe, sample);
        }
    }

    private void write() {
        for (UUID exercise : writer.write()) {
            if (journaling.add(exercise)) {
                journals.execute(() -> journal(exercise));
            }
        }
    }

    private void journal(UUID exercise) {
        try {
            writer.journal(exercise);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Changes of probes of exercise %s could not be journaled; trying again in a moment", exercise);
        } finally {
            journaling.remove(exercise);
        }
    }

    /** Hands its exercises over at once, while there still is a database to write to. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.shutdownNow();
        keeper.shutdown();
        keeper.awaitTermination(LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
        measurements.shutdownNow();
        guarded("store the last samples", this::write).run();
        journals.shutdown();
        journals.awaitTermination(LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
        guarded("hand over exercises", () -> exercises.release(Set.copyOf(measured.keySet()))).run();
    }
}
