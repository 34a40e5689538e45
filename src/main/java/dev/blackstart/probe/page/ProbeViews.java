package dev.blackstart.probe.page;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.database.SqlInstant;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.probe.Probers;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.probe.sampling.ProbeState;

/** Reads probes and their samples as they are shown. */
@ApplicationScoped
public class ProbeViews {

    private final EntityManager database;
    private final Probers probers;

    ProbeViews(EntityManager database, Probers probers) {
        this.database = database;
        this.probers = probers;
    }

    /** The probes of the plan, in its order. */
    public List<ProbeView> of(Exercise exercise) {
        Map<String, Probe> measured = new HashMap<>();
        Probe.of(exercise.id).forEach(probe -> measured.put(probe.key, probe));
        return exercise.plan().probes().stream().map(planned -> view(planned, measured.get(planned.path("key").asText())))
                .toList();
    }

    /** The newest sample of each probe that was measured, by its key. */
    public Map<String, ProbeView.Last> newest(Exercise exercise) {
        Map<String, ProbeView.Last> newest = new HashMap<>();
        for (Probe probe : Probe.of(exercise.id)) {
            ProbeView.Last last = last(probe);
            if (last != null) {
                newest.put(probe.key, last);
            }
        }
        return newest;
    }

    private ProbeView view(JsonNode planned, Probe probe) {
        String key = planned.path("key").asText();
        String type = planned.path("type").asText();
        List<String> problems = probers.problems(planned);
        if (probe == null) {
            return new ProbeView(key, type, planned, problems.isEmpty() ? ProbeState.UNKNOWN.key() : ProbeView.UNMEASURED,
                    null, problems, null, 0, 0, null);
        }
        Object[] counts = counts(probe);
        return new ProbeView(key, type, planned, probe.state.key(), probe.state == ProbeState.UNKNOWN ? null : probe.changedAt,
                problems, last(probe), number(counts[0]), number(counts[1]), probe.guardActedAt);
    }

    private Object[] counts(Probe probe) {
        String rows = probe.rolledUp ? "select sum(samples), sum(skipped) from probe_summary where probe_id = :probe"
                : "select max(n) + 1 - sum(skipped), sum(skipped) from probe_sample where probe_id = :probe";
        return (Object[]) database.createNativeQuery(rows).setParameter("probe", probe.id).getSingleResult();
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    private ProbeView.Last last(Probe probe) {
        return rows("select sampled_at, inside, measured, latency_micros, message from probe_sample where probe_id = :probe"
                + " order by n desc", probe, 1).stream().findFirst()
                .map(row -> new ProbeView.Last(SqlInstant.of(row[0]), (Boolean) row[1], (String) row[2], micros(row[3]),
                        (String) row[4]))
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, Probe probe, int most) {
        return database.createNativeQuery(query).setParameter("probe", probe.id).setMaxResults(most).getResultList();
    }

    private static Duration micros(Object value) {
        return Duration.of(number(value), ChronoUnit.MICROS);
    }

    /** @param probe null for one that was never measured @param after the number before the first of these */
    List<SampleView> samples(Probe probe, long after, int most) {
        if (probe == null) {
            return List.of();
        }
        return probe.rolledUp ? summaries(probe, after, most)
                : rows("""
                        select n, sampled_at, inside, measured, latency_micros, message, skipped from probe_sample
                        where probe_id = :probe and n > %d order by n""".formatted(after), probe, most).stream()
                        .map(ProbeViews::sample).toList();
    }

    private static SampleView sample(Object[] row) {
        boolean inside = (Boolean) row[2];
        return new SampleView(number(row[0]), SqlInstant.of(row[1]), 1, inside ? 0 : 1, number(row[6]), inside, (String) row[3],
                null, null, micros(row[4]), micros(row[4]), (String) row[5]);
    }

    private List<SampleView> summaries(Probe probe, long after, int most) {
        return rows("""
                select starts_at, samples, outside, skipped, lowest, highest, mean, latency_micros, longest_micros
                from probe_summary where probe_id = :probe and starts_at > %d order by starts_at""".formatted(after), probe,
                most).stream().map(ProbeViews::summary).toList();
    }

    private static SampleView summary(Object[] row) {
        int outside = (int) number(row[2]);
        return new SampleView(number(row[0]), Instant.ofEpochSecond(number(row[0])), (int) number(row[1]), outside,
                number(row[3]), outside == 0, row[6] == null ? null : String.valueOf(row[6]), (Double) row[4],
                (Double) row[5], micros(row[7]), micros(row[8]), null);
    }
}
