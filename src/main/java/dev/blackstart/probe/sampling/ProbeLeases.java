package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Which replica measures an exercise: one at a time. */
@ApplicationScoped
class ProbeLeases {

    private final EntityManager database;
    private final ProbeConfig config;
    private final Clock clock;

    /** This process. */
    private final UUID replica = UUID.randomUUID();

    ProbeLeases(EntityManager database, ProbeConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Takes, keeps or takes over the lease; false while another replica holds it. Needs a transaction. */
    boolean hold(UUID exercise) {
        Instant now = clock.instant();
        Instant until = now.plus(config.lease());
        int held = database.createNativeQuery("""
                update probe_lease set owner = :replica, lease_until = :until
                where exercise_id = :exercise and (owner = :replica or lease_until < :now)""")
                .setParameter("replica", replica).setParameter("until", until).setParameter("exercise", exercise)
                .setParameter("now", now).executeUpdate();
        return held == 1 || database.createNativeQuery("""
                insert into probe_lease (exercise_id, owner, lease_until) values (:exercise, :replica, :until)
                on conflict do nothing""").setParameter("exercise", exercise).setParameter("replica", replica)
                .setParameter("until", until).executeUpdate() == 1;
    }

    void release(UUID exercise) {
        database.createNativeQuery("delete from probe_lease where exercise_id = :exercise and owner = :replica")
                .setParameter("exercise", exercise).setParameter("replica", replica).executeUpdate();
    }
}
