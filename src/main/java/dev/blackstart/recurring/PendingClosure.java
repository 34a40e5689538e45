package dev.blackstart.recurring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Journal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A run that ended and could not close by itself: it is looked at again once its journal has grown, and now and then, for a
 * retest elsewhere may have taken away what hindered it.
 */
@Entity
class PendingClosure extends PanacheEntityBase {

    private static final int MOST = 100;
    private static final Duration AGAIN = Duration.ofHours(1);

    @Id
    public UUID exerciseId;

    /** Number of the last entry when it was looked at. */
    public long journalSeq;

    @NotNull
    public Instant seenAt;

    protected PendingClosure() {
    }

    private PendingClosure(UUID exerciseId, Instant at) {
        this.exerciseId = exerciseId;
        this.seenAt = at;
    }

    /** Ended as planned, nobody noticed anything, and something has happened since somebody looked, or may have. */
    static List<UUID> candidates(Instant endedBefore, Instant now) {
        return getEntityManager().createQuery("""
                select e.id from Exercise e where e.createdBy = :platform and e.state = ENDED and e.outcome = COMPLETED
                    and e.endedAt <= :before and not exists (select 1 from Finding f where f.exerciseId = e.id)
                    and not exists (select 1 from PendingClosure u where u.exerciseId = e.id and u.journalSeq >= e.seq
                        and u.seenAt > :lately)
                order by e.endedAt, e.id""", UUID.class).setParameter("platform", Journal.PLATFORM)
                .setParameter("before", endedBefore).setParameter("lately", now.minus(AGAIN)).setMaxResults(MOST)
                .getResultList();
    }

    /** Its head row is held. */
    static void seen(Exercise exercise, Instant at) {
        PendingClosure known = findById(exercise.id);
        if (known == null) {
            known = new PendingClosure(exercise.id, at);
            known.persist();
        }
        known.journalSeq = exercise.seq;
        known.seenAt = at;
    }
}
