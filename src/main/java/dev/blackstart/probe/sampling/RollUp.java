package dev.blackstart.probe.sampling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Sums up samples in stretches of ten seconds while they are measured, and deletes all but
 * the newest when the exercise is no longer measured. May be done twice, and by any replica.
 */
@ApplicationScoped
class RollUp {

    static final int STRETCH = 10;

    /** A sample that began in a stretch is stored by then. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final Duration EVERY = Duration.ofSeconds(STRETCH);

    /** How long after the last sample the samples stay. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private static final String SUM_UP = """
            insert into probe_summary (probe_id, starts_at, samples, outside, skipped, lowest, highest, mean, latency_micros,
                longest_micros)
            select s.probe_id, s.stretch * 10, count(*), sum(case when s.inside then 0 else 1 end), sum(s.skipped),
                min(s.quantity), max(s.quantity), avg(s.quantity), cast(avg(s.latency_micros) as bigint), max(s.latency_micros)
            from (select r.*, cast(floor(extract(epoch from r.sampled_at) / 10) as bigint) as stretch from probe_sample r
                where r.probe_id = :probe and r.sampled_at >= :from and r.sampled_at < :until) s
            group by s.probe_id, s.stretch on conflict do nothing""";

    private final EntityManager database;
    private final ProbeConfig config;
    private final Clock clock;
    private Instant nextAt = Instant.MIN;

    RollUp(EntityManager database, ProbeConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Called every second by one thread. @param measured exercises that this replica measures */
    void work(Set<UUID> measured) {
        Instant now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(EVERY);
        Instant until = startOf(now.minus(config.timeout()).minus(SETTLED));
        measured.forEach(exercise -> alone("exercise", exercise,
                () -> Probe.of(exercise).forEach(probe -> sumUp(probe, until))));
        QuarkusTransaction.requiringNew().call(() -> finished(now))
                .forEach(probe -> alone("probe", probe, () -> finish(Probe.findById(probe))));
    }

    /** In a transaction of its own, so that one that fails keeps nothing from the others. */
    private static void alone(String what, UUID id, Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Samples of %s %s could not be rolled up; trying again in a moment", what, id);
        }
    }

    private static Instant startOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), STRETCH) * STRETCH);
    }

    /** @param until the end of a stretch that is over */
    private void sumUp(Probe probe, Instant until) {
        Instant from = summedUntil(probe);
        if (from.isBefore(until)) {
            database.createNativeQuery(SUM_UP).setParameter("probe", probe.id).setParameter("from", from)
                    .setParameter("until", until).executeUpdate();
        }
    }

    private Instant summedUntil(Probe probe) {
        Number newest = (Number) database
                .createNativeQuery("select max(starts_at) from probe_summary where probe_id = :probe")
                .setParameter("probe", probe.id).getSingleResult();
        return newest == null ? startOf(probe.sampledFrom.minusSeconds(STRETCH))
                : Instant.ofEpochSecond(newest.longValue() + STRETCH);
    }

    /** Nobody holds a lease on their exercise and nobody took one lately. */
    private List<UUID> finished(Instant now) {
        return database.createQuery("""
                select p.id from Probe p, Exercise e where p.exerciseId = e.id and p.rolledUp = false
                    and e.endedAt is not null and e.endedAt < ?1""", UUID.class).setParameter(1, now.minus(KEPT))
                .setMaxResults(200).getResultList().stream().filter(probe -> isIdle(probe, now)).toList();
    }

    private boolean isIdle(UUID probe, Instant now) {
        Number fresh = (Number) database.createNativeQuery("""
                select count(*) from probe p where p.id = :probe and (exists
                    (select 1 from probe_lease l where l.exercise_id = p.exercise_id and l.lease_until > :now) or exists
                    (select 1 from probe_sample s where s.probe_id = p.id and s.sampled_at > :kept))""")
                .setParameter("probe", probe).setParameter("now", now).setParameter("kept", now.minus(KEPT))
                .getSingleResult();
        return fresh.longValue() == 0;
    }

    private void finish(Probe probe) {
        sumUp(probe, startOf(clock.instant()));
        database.createNativeQuery("""
                delete from probe_sample where probe_id = :probe
                    and n < (select max(s.n) from probe_sample s where s.probe_id = :probe)""")
                .setParameter("probe", probe.id).executeUpdate();
        probe.rolledUp = true;
    }
}
