package dev.blackstart.probe.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.blackstart.database.SqlInstant;

/** Answers what the samples of a probe show. Needs a transaction. */
@ApplicationScoped
public class ProbeHistory {

    /** A gap of this many sampling intervals, or of this length, whichever is longer, breaks a continuous stretch. */
    private static final int LONGEST_GAP = 3;
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(10);

    private final EntityManager database;

    ProbeHistory(EntityManager database) {
        this.database = database;
    }

    /** Whether a probe was inside for long enough. */
    public enum Continuity {
        /** It was, up to its newest sample. */
        YES,
        /** It is inside, but not for long enough; or there is no sample yet. */
        NOT_YET,
        /** Its newest sample is outside. */
        BREACHED
    }

    /** One stored sample, as far as it matters here. */
    record Taken(Instant at, boolean inside) {
    }

    /**
     * Whether a probe has been inside continuously for a time, by samples begun after an instant.
     *
     * @return NOT_YET for a probe that is not measured
     */
    public Continuity insideFor(UUID exercise, String key, Instant after, Duration wanted) {
        Probe probe = Probe.of(exercise, key);
        return probe == null ? Continuity.NOT_YET : continuity(since(probe.id, after), wanted, longestGap(probe.every()));
    }

    /** When the newest sample began; null before the first. */
    public Instant newest(Probe probe) {
        return SqlInstant.of(ofNewest("sampled_at", probe));
    }

    /** Why the newest sample is outside; null inside, and before the first. */
    public String newestMessage(Probe probe) {
        return (String) ofNewest("message", probe);
    }

    /** A column of the newest sample, found by the primary key; null before the first. */
    private Object ofNewest(String column, Probe probe) {
        List<?> newest = database
                .createNativeQuery("select " + column + " from probe_sample where probe_id = :probe order by n desc")
                .setParameter("probe", probe.id).setMaxResults(1).getResultList();
        return newest.isEmpty() ? null : newest.get(0);
    }

    private static Duration longestGap(Duration every) {
        Duration gap = every.multipliedBy(LONGEST_GAP);
        return gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap;
    }

    /** Newest first, down to the newest that is outside. */
    @SuppressWarnings("unchecked")
    private List<Taken> since(UUID probe, Instant after) {
        List<Object[]> rows = database.createNativeQuery("""
                select sampled_at, inside from probe_sample where probe_id = :probe and sampled_at > :after
                    and n >= coalesce((select max(n) from probe_sample where probe_id = :probe and not inside
                        and sampled_at > :after), -1)
                order by n desc""").setParameter("probe", probe).setParameter("after", after).getResultList();
        return rows.stream().map(row -> new Taken(SqlInstant.of(row[0]), (Boolean) row[1])).toList();
    }

    /** @param taken newest first */
    static Continuity continuity(List<Taken> taken, Duration wanted, Duration longestGap) {
        if (taken.isEmpty()) {
            return Continuity.NOT_YET;
        }
        if (!taken.get(0).inside()) {
            return Continuity.BREACHED;
        }
        Instant newest = taken.get(0).at();
        Instant oldest = newest;
        for (Taken sample : taken) {
            boolean isConnected = Duration.between(sample.at(), oldest).compareTo(longestGap) <= 0;
            if (!sample.inside() || !isConnected) {
                break;
            }
            oldest = sample.at();
        }
        return Duration.between(oldest, newest).compareTo(wanted) >= 0 ? Continuity.YES : Continuity.NOT_YET;
    }
}
