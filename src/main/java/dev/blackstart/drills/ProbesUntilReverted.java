package dev.blackstart.drills;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.probe.sampling.MeasuredAfterEnd;

/** Probes show whether a revert works: they are measured until nothing may be broken any more. */
@ApplicationScoped
class ProbesUntilReverted implements MeasuredAfterEnd {

    @Override
    public Collection<UUID> exercises() {
        return Drill.getEntityManager().createQuery("""
                select distinct d.exerciseId from Drill d, Exercise e where e.id = d.exerciseId and e.state = ?1
                    and d.state in ?2""", UUID.class).setParameter(1, ExerciseState.ENDED)
                .setParameter(2, FaultState.ACTIVE).getResultList();
    }
}
