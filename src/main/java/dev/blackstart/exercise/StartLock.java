package dev.blackstart.exercise;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One row: whoever starts an exercise holds it, so that two that hit the same target do not both pass the gate. */
@Entity
public class StartLock extends PanacheEntityBase {

    private static final int ONLY = 1;

    @Id
    public int id;

    /** Waits for whoever starts one at this moment; theirs is running, or was refused, when this returns. */
    public static void take() {
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}
