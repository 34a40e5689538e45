package dev.blackstart.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** One call of a driver: written down before it is made, owned by the process that makes it as long as that is alive. */
@Entity
public class FaultAttempt extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID drillId;

    /** Its place among the calls for this drill. */
    public int position;

    @NotNull
    @Enumerated(EnumType.STRING)
    public DriverAction action;

    @NotNull
    @Enumerated(EnumType.STRING)
    public AttemptState state = AttemptState.REQUESTED;

    /** Not made before. */
    @NotNull
    public Instant dueAt;

    /** The process that makes it, by the id that it gave itself at its start; null until then. */
    public UUID owner;

    /** Unless its owner says before then that it is alive, somebody else ends the attempt. */
    public Instant leaseUntil;

    public Instant startedAt;

    /** When the call is given up. */
    public Instant deadlineAt;

    public Instant endedAt;

    /** Why it failed, one sentence; null where it did not. */
    public String reason;

    /** What the target answered, cut to size, secrets masked. */
    public String output;

    protected FaultAttempt() {
    }

    FaultAttempt(Drill drill, DriverAction action, Instant dueAt, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = drill.exerciseId;
        this.drillId = drill.id;
        this.position = (int) count("drillId", drill.id);
        this.action = action;
        this.dueAt = dueAt;
    }

    public static List<FaultAttempt> of(UUID drillId) {
        return list("drillId = ?1 order by position", drillId);
    }

    public static List<FaultAttempt> of(UUID drillId, AttemptState state) {
        return list("drillId = ?1 and state = ?2 order by position", drillId, state);
    }

    /** Whether a driver was called to inject, however that ended. */
    public static boolean wasInjected(UUID drillId) {
        return count("drillId = ?1 and action = ?2 and startedAt is not null", drillId, DriverAction.INJECT) > 0;
    }

    public static boolean isAny(UUID drillId, DriverAction action, AttemptState state) {
        return count("drillId = ?1 and action = ?2 and state = ?3", drillId, action, state) > 0;
    }

    /** How often the revert has failed since it was begun. */
    public static long mishaps(Drill drill, DriverAction action) {
        return count("drillId = ?1 and action = ?2 and state in ?3 and createdAt >= ?4", drill.id, action,
                AttemptState.MISHAPS, drill.revertingAt);
    }

    /** Those to be made now, the longest waiting first; one drill's are made one after another, in order. */
    public static List<UUID> due(Instant now) {
        return getEntityManager().createQuery("""
                select a.id from FaultAttempt a where a.state = :requested and a.dueAt <= :now and not exists
                (select 1 from FaultAttempt r where r.drillId = a.drillId and (r.state = :running
                or r.state = :requested and r.dueAt <= :now and r.position < a.position))
                order by a.dueAt, a.createdAt, a.position""", UUID.class)
                .setParameter("requested", AttemptState.REQUESTED).setParameter("running", AttemptState.RUNNING)
                .setParameter("now", now).setMaxResults(200).getResultList();
    }

    /** Those whose owner has not been heard of in time. */
    public static List<UUID> ownerless(Instant now) {
        return getEntityManager()
                .createQuery("select a.id from FaultAttempt a where a.state = :running and a.leaseUntil < :now", UUID.class)
                .setParameter("running", AttemptState.RUNNING).setParameter("now", now).getResultList();
    }

    /** The owner is alive. */
    public static void renewLeases(UUID owner, Instant until) {
        update("leaseUntil = ?1 where owner = ?2 and state = ?3", until, owner, AttemptState.RUNNING);
    }

    /** Injections of this owner whose fault is being reverted meanwhile. */
    public static List<UUID> overtaken(UUID owner) {
        return getEntityManager().createQuery("""
                select a.id from FaultAttempt a, Drill d where a.owner = :owner and a.state = :running
                and a.action = :inject and d.id = a.drillId and d.state <> :armed""", UUID.class)
                .setParameter("owner", owner).setParameter("running", AttemptState.RUNNING)
                .setParameter("inject", DriverAction.INJECT).setParameter("armed", FaultState.ARMED).getResultList();
    }

    public void begin(UUID by, Duration lease, Duration timeout, Instant at) {
        state = AttemptState.RUNNING;
        owner = by;
        startedAt = at;
        leaseUntil = at.plus(lease);
        deadlineAt = at.plus(timeout);
    }

    public boolean isOwnedBy(UUID process) {
        return state == AttemptState.RUNNING && process.equals(owner);
    }

    public void end(AttemptState how, String why, String answer, Instant at) {
        state = how;
        reason = why;
        output = answer;
        endedAt = at;
    }
}
