package dev.blackstart.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.blackstart.journal.Journal;
import dev.blackstart.planning.Exercise;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A run that ended and could not close by itself: it is looked at again once its journal has grown, for every change is there.
 */
@Entity
class Unclosed extends PanacheEntityBase {

    private static final int MOST = 100;

    @Id
    public UUID exerciseId;

    /** Number of the last entry when it was looked at. */
    public long journalSeq;

    protected Unclosed() {
    }

    private Unclosed(UUID exerciseId) {
        this.exerciseId = exerciseId;
    }

    /** Ended as planned, nobody noticed anything, and something has happened since somebody looked. */
    static List<UUID> candidates(Instant endedBefore) {
        return getEntityManager().createQuery("""
                select e.id from Exercise e where e.createdBy = :platform and e.state = ENDED and e.outcome = COMPLETED
                    and e.endedAt <= :before and not exists (select 1 from Finding f where f.exerciseId = e.id)
                    and not exists (select 1 from Unclosed u where u.exerciseId = e.id and u.journalSeq >= e.seq)
                order by e.endedAt, e.id""", UUID.class).setParameter("platform", Journal.PLATFORM)
                .setParameter("before", endedBefore).setMaxResults(MOST).getResultList();
    }

    /** Its head row is held. */
    static void seen(Exercise exercise) {
        Unclosed known = findById(exercise.id);
        if (known == null) {
            known = new Unclosed(exercise.id);
            known.persist();
        }
        known.journalSeq = exercise.seq;
    }
}
