package dev.blackstart.probe.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Stores samples in batches, without any lock, and afterwards the changes of state that they show. What cannot be stored waits,
 * up to a limit; beyond it samples are dropped and counted.
 */
@ApplicationScoped
class SampleWriter {

    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 2_000;

    private final SampleStore store;
    private final ProbeChanges changes;
    private final BlockingQueue<Taken> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();

    /** Taken from the queue and not stored yet; only the writing thread touches it. */
    private final List<Taken> batch = new ArrayList<>();

    /** Changes of state that are stored as samples and not yet journaled, by exercise. */
    private final Map<UUID, Deque<Sample>> turns = new ConcurrentHashMap<>();

    SampleWriter(SampleStore store, ProbeChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /** A sample and the probe it belongs to. */
    private record Taken(SampledProbe probe, Sample sample) {
    }

    void add(SampledProbe probe, Sample sample) {
        if (!waiting.offer(new Taken(probe, sample)) && dropped.getAndIncrement() % MOST_WAITING == 0) {
            Log.errorf("Samples of probes cannot be stored fast enough; %d dropped so far", dropped.get());
        }
    }

    /** Called by one thread at a time. @return exercises with changes of state to journal */
    List<UUID> write() {
        waiting.drainTo(batch, BATCH - batch.size());
        while (!batch.isEmpty()) {
            QuarkusTransaction.requiringNew().run(this::store);
            batch.stream().filter(taken -> taken.probe().turns(taken.sample())).forEach(taken -> {
                Deque<Sample> ofExercise = turns.computeIfAbsent(taken.probe().exercise, exercise -> new ArrayDeque<>());
                synchronized (ofExercise) {
                    ofExercise.add(taken.sample());
                }
            });
            batch.clear();
            waiting.drainTo(batch, BATCH);
        }
        return turns.entrySet().stream().filter(entry -> !isEmpty(entry.getValue())).map(Map.Entry::getKey).toList();
    }

    /** A sample of a probe that is gone would keep all others from being stored. */
    private void store() {
        Set<UUID> there = Probe.existing(batch.stream().map(taken -> taken.sample().probe()).collect(Collectors.toSet()));
        batch.removeIf(taken -> !there.contains(taken.sample().probe()));
        store.insert(batch.stream().map(Taken::sample).toList());
    }

    private static boolean isEmpty(Deque<Sample> samples) {
        synchronized (samples) {
            return samples.isEmpty();
        }
    }

    /** Journals the changes of one exercise; they stay for the next try where that fails. One thread at a time per exercise. */
    void journal(UUID exercise) {
        Deque<Sample> ofExercise = turns.get(exercise);
        if (ofExercise == null) {
            return;
        }
        List<Sample> next;
        synchronized (ofExercise) {
            next = List.copyOf(ofExercise);
        }
        changes.apply(exercise, next);
        synchronized (ofExercise) {
            next.forEach(done -> ofExercise.removeFirst());
        }
    }
}
