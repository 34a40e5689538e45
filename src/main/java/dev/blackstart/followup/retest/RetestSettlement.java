package dev.blackstart.followup.retest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An exercise whose retests were counted after its end: once, whichever replica does it. */
@Entity
public class RetestSettlement extends PanacheEntityBase {

    @Id
    public UUID exerciseId;

    @NotNull
    public Instant settledAt;

    protected RetestSettlement() {
    }

    RetestSettlement(UUID exerciseId, Instant settledAt) {
        this.exerciseId = exerciseId;
        this.settledAt = settledAt;
    }

    /** Live exercises that are over and were not settled yet. */
    public static List<UUID> due() {
        return getEntityManager().createQuery("""
                select e.id from Exercise e where e.mode = LIVE and e.state in (ENDED, CLOSED)
                    and not exists (select 1 from RetestSettlement s where s.exerciseId = e.id) order by e.id""", UUID.class)
                .getResultList();
    }
}
