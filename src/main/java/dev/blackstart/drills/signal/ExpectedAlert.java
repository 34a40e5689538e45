package dev.blackstart.drills.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.drills.Drill;

/** An alert that a drill's plan expects, from the injection of the fault on. */
@Entity
public class ExpectedAlert extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID drillId;

    /** The name of the alert. */
    @NotNull
    public String alert;

    /** Until when it has to come; null for until the fault is reverted. */
    public Instant dueAt;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.EXPECTED;

    /** When it arrived; null while it has not. */
    public Instant cameAt;

    /** The source that sent it. */
    public String source;

    /** It came after its time. */
    public boolean late;

    protected ExpectedAlert() {
    }

    ExpectedAlert(Drill drill, String alert, Instant dueAt, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = drill.exerciseId;
        this.drillId = drill.id;
        this.alert = alert;
        this.dueAt = dueAt;
    }

    /** Whether it came. */
    public enum State {
        EXPECTED,
        CAME,
        MISSED,
        /** The fault was reverted before its time was over: nothing is known. */
        NOT_JUDGED;

        public String key() {
            return name().toLowerCase().replace('_', '-');
        }
    }

    public static List<ExpectedAlert> of(UUID drillId) {
        return list("drillId = ?1 order by createdAt, alert", drillId);
    }

    /** Those that may still come, of every exercise. */
    static List<ExpectedAlert> open() {
        return list("state = ?1 order by exerciseId, drillId, alert", State.EXPECTED);
    }

    static List<ExpectedAlert> open(UUID exerciseId) {
        return list("exerciseId = ?1 and state = ?2 order by drillId, alert", exerciseId, State.EXPECTED);
    }

    void come(String from, Instant at) {
        late = state == State.MISSED || dueAt != null && at.isAfter(dueAt);
        state = State.CAME;
        cameAt = at;
        source = from;
    }

    void miss() {
        state = State.MISSED;
    }

    void leaveOpen() {
        state = State.NOT_JUDGED;
    }
}
