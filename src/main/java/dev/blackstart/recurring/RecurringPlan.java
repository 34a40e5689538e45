package dev.blackstart.recurring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** A plan whose exercises come by themselves, one at a time: whoever draws the next one holds this row. */
@Entity
class RecurringPlan extends BaseEntity {

    @NotNull
    public String planKey;

    public boolean active;

    /** The one that was drawn last; null before the first. */
    public UUID exerciseId;

    /** Where the stretch of time begins in which the next one is drawn. */
    @NotNull
    public Instant nextFrom;

    protected RecurringPlan() {
    }

    RecurringPlan(String planKey, Instant nextFrom, Instant at) {
        super(UUID.randomUUID(), at);
        this.planKey = planKey;
        this.nextFrom = nextFrom;
        this.active = true;
    }

    static RecurringPlan of(String planKey) {
        return find("planKey", planKey).firstResult();
    }

    /** The row, held until the end of the transaction; null where the plan never stood. */
    static RecurringPlan lock(String planKey) {
        return RecurringPlan.<RecurringPlan> find("planKey", planKey).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** Plans whose next exercise has to be drawn. */
    static List<String> idle() {
        return getEntityManager().createQuery("""
                select s.planKey from RecurringPlan s where s.active = true and (s.exerciseId is null or exists
                    (select 1 from Exercise e where e.id = s.exerciseId and e.state in (ENDED, CLOSED, CANCELLED)))
                order by s.planKey""", String.class).getResultList();
    }

    void begin(Instant from) {
        active = true;
        nextFrom = from;
    }

    void stop() {
        active = false;
    }

    void drew(UUID exercise, Instant until) {
        exerciseId = exercise;
        nextFrom = until;
    }
}
