package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.probe.Probers;

/** Which exercises are measured now, and by whom. A rehearsal touches nothing, so it measures nothing. */
@ApplicationScoped
class SampledExercises {

    /** Within this time the first samples of all probes of an exercise begin, one after the other. */
    private static final Duration SPREAD = Duration.ofSeconds(1);

    private static final Duration BEFORE_START = Duration.ofSeconds(12);

    private final EntityManager database;
    private final ProbeLeases leases;
    private final Probers probers;
    private final Instance<MeasuredAfterEnd> afterEnd;
    private final Clock clock;

    SampledExercises(EntityManager database, ProbeLeases leases, Probers probers, Instance<MeasuredAfterEnd> afterEnd,
            Clock clock) {
        this.database = database;
        this.leases = leases;
        this.probers = probers;
        this.afterEnd = afterEnd;
        this.clock = clock;
    }

    private record Candidate(UUID id, String plan, int revision) {
    }

    /** Those that are running or paused, and ended ones whose faults are not reverted yet, if they have anything to measure. */
    @Transactional
    Set<UUID> wanted() {
        Set<UUID> ended = new LinkedHashSet<>();
        afterEnd.forEach(needed -> ended.addAll(needed.exercises()));
        List<Candidate> candidates = new ArrayList<>(candidates("e.state in ?2", ExerciseState.LIVE));
        if (!ended.isEmpty()) {
            candidates.addAll(candidates("e.id in ?2", ended));
        }
        Set<UUID> wanted = new LinkedHashSet<>();
        candidates.stream().filter(candidate -> PlanRevision.document(candidate.plan(), candidate.revision()).probes().stream()
                .anyMatch(this::isMeasured)).forEach(candidate -> wanted.add(candidate.id()));
        return wanted;
    }

    /** Those that start by themselves in a moment: their gate asks for the steady state. */
    @Transactional
    List<UUID> startingSoon() {
        Instant now = clock.instant();
        return database.createQuery("""
                select e.id from Exercise e where e.state = ?1 and e.nextDueAt > ?2 and e.nextDueAt < ?3""", UUID.class)
                .setParameter(1, ExerciseState.SCHEDULED).setParameter(2, now.minus(BEFORE_START))
                .setParameter(3, now.plus(BEFORE_START)).getResultList();
    }

    private List<Candidate> candidates(String which, Collection<?> values) {
        return database.createQuery("select e.id, e.planKey, e.revision from Exercise e where e.mode = ?1 and " + which,
                Object[].class).setParameter(1, Mode.LIVE).setParameter(2, values).getResultList().stream()
                .map(row -> new Candidate((UUID) row[0], (String) row[1], (Integer) row[2])).toList();
    }

    /** What this installation cannot measure failed the gate; whoever overrode it watches by hand. */
    private boolean isMeasured(JsonNode planned) {
        return probers.problems(planned).isEmpty();
    }

    @Transactional
    boolean hold(UUID exercise) {
        return leases.hold(exercise);
    }

    @Transactional
    void release(Collection<UUID> exercises) {
        exercises.forEach(leases::release);
    }

    /** The probes of an exercise whose lease this replica holds; they go on with the numbers of the replica before. */
    @Transactional
    List<SampledProbe> begin(UUID id) {
        Exercise exercise = Exercise.findById(id);
        List<JsonNode> planned = exercise.plan().probes();
        List<SampledProbe> begun = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            if (isMeasured(planned.get(i))) {
                Probe probe = Probe.of(id, planned.get(i).path("key").asText());
                if (probe == null) {
                    probe = create(exercise, planned.get(i), i, planned.size());
                }
                begun.add(new SampledProbe(probe, planned.get(i), newest(probe.id)));
            }
        }
        return begun;
    }

    private Probe create(Exercise exercise, JsonNode planned, int position, int count) {
        Instant now = clock.instant();
        Probe probe = new Probe(exercise, planned, position, now.plus(SPREAD.multipliedBy(position).dividedBy(count)), now);
        probe.persist();
        return probe;
    }

    private long newest(UUID probe) {
        Number newest = (Number) database.createNativeQuery("select max(n) from probe_sample where probe_id = :probe")
                .setParameter("probe", probe).getSingleResult();
        return newest == null ? -1 : newest.longValue();
    }
}
