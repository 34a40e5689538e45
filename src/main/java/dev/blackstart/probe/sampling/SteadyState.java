package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.database.SqlInstant;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.probe.Probers;
import dev.blackstart.probe.Reading;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;

/** Measures the steady state of an exercise that is not sampled yet, outside any transaction, and keeps the newest result. */
@ApplicationScoped
public class SteadyState {

    /** What was measured this lately is not measured again. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int THREADS = 32;
    private static final int MOST_WAITING = 1_000;

    private final EntityManager database;
    private final Probers probers;
    private final ProbeConfig config;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    SteadyState(EntityManager database, Probers probers, ProbeConfig config, Clock clock) {
        this.database = database;
        this.probers = probers;
        this.config = config;
        this.clock = clock;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING), DaemonThreads.named("steady-state"),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** The newest measurement of a probe. */
    public record Measured(Instant at, boolean inside, String message) {
    }

    /** Measures what was not measured in the last seconds. Blocks; call it outside any transaction. */
    public void measure(UUID exercise) {
        List<JsonNode> due = QuarkusTransaction.requiringNew().call(() -> due(exercise));
        List<Future<Reading>> readings = due.stream()
                .map(probe -> threads.submit(() -> probers.measure(probe, config.timeout()))).toList();
        long deadline = System.nanoTime() + config.timeout().multipliedBy(2).toNanos();
        for (int i = 0; i < due.size(); i++) {
            Reading reading = await(readings.get(i), deadline);
            String key = due.get(i).path("key").asText();
            QuarkusTransaction.requiringNew().run(() -> keep(exercise, key, reading));
        }
    }

    private Reading await(Future<Reading> reading, long deadline) {
        try {
            return reading.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return none();
        } catch (ExecutionException | TimeoutException failed) {
            Log.warnf(failed, "A steady-state probe could not be measured in time");
            return none();
        }
    }

    private Reading none() {
        return new Reading(clock.instant(), false, null, Duration.ZERO, "It could not be measured in time.");
    }

    /** Measures likewise, in another thread. */
    public void measureSoon(UUID exercise) {
        if (!underWay.add(exercise)) {
            return;
        }
        DaemonThreads.named("steady-state-check").newThread(() -> {
            try {
                measure(exercise);
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The steady state of exercise %s could not be measured; trying again when asked", exercise);
            } finally {
                underWay.remove(exercise);
            }
        }).start();
    }

    private List<JsonNode> due(UUID id) {
        Exercise exercise = Exercise.findById(id);
        if (exercise == null || exercise.isRehearsal() || !exercise.state.isBeforeStart()) {
            return List.of();
        }
        Map<String, Measured> known = newest(id);
        Instant now = clock.instant();
        return of(exercise).stream().filter(probe -> probers.problems(probe).isEmpty()).filter(probe -> {
            Measured last = known.get(probe.path("key").asText());
            return last == null || Duration.between(last.at(), now).compareTo(FRESH) >= 0;
        }).toList();
    }

    /** The plan's probes that describe its steady state. */
    public static List<JsonNode> of(Exercise exercise) {
        return exercise.plan().probes().stream().filter(probe -> probe.path("steadyState").asBoolean()).toList();
    }

    private void keep(UUID exercise, String key, Reading reading) {
        String message = Sample.storable(reading.message());
        int changed = database.createNativeQuery("""
                update steady_state_reading set measured_at = :at, inside = :inside, message = :message
                where exercise_id = :exercise and probe_key = :key""").setParameter("at", reading.at())
                .setParameter("inside", reading.inside()).setParameter("message", message)
                .setParameter("exercise", exercise).setParameter("key", key).executeUpdate();
        if (changed == 0) {
            database.createNativeQuery("""
                    insert into steady_state_reading (exercise_id, probe_key, measured_at, inside, message)
                    values (:exercise, :key, :at, :inside, :message) on conflict do nothing""")
                    .setParameter("at", reading.at()).setParameter("inside", reading.inside())
                    .setParameter("message", message).setParameter("exercise", exercise).setParameter("key", key)
                    .executeUpdate();
        }
    }

    /** The newest measurement of each probe, by key; needs a transaction or a request. */
    @SuppressWarnings("unchecked")
    public Map<String, Measured> newest(UUID exercise) {
        List<Object[]> rows = database.createNativeQuery("""
                select probe_key, measured_at, inside, message from steady_state_reading where exercise_id = :exercise""")
                .setParameter("exercise", exercise).getResultList();
        Map<String, Measured> newest = new HashMap<>();
        rows.forEach(row -> newest.put((String) row[0],
                new Measured(SqlInstant.of(row[1]), (Boolean) row[2], (String) row[3])));
        return newest;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
