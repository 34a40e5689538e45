package dev.blackstart.probe.sampling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.database.SqlInstant;

/** What a probe measured over time, in as many points as a chart shows. */
@ApplicationScoped
public class ProbeSeries {

    private static final int MOST_POINTS = 200;
    private static final double MICROS_PER_MILLI = 1_000.0;

    private final EntityManager database;

    ProbeSeries(EntityManager database) {
        this.database = database;
    }

    /** @param value in the unit of the series; null without data @param outside whether any of it was outside tolerance */
    public record Point(Instant at, Double value, boolean outside) {
    }

    /** Whether the value itself is charted, or the time of the answer in milliseconds. */
    public static boolean isOfValues(JsonNode planned) {
        JsonNode tolerance = planned.path("tolerance");
        return tolerance.has("range") || tolerance.path("value").isNumber();
    }

    /** In order; empty for a probe that was never measured. */
    public List<Point> of(Probe probe, JsonNode planned) {
        boolean values = isOfValues(planned);
        List<Point> points = new ArrayList<>();
        Object[] extent = (Object[]) database
                .createNativeQuery("select count(*), max(starts_at) from probe_summary where probe_id = :probe")
                .setParameter("probe", probe.id).getSingleResult();
        long count = ((Number) extent[0]).longValue();
        if (count > 0) {
            long step = RollUp.STRETCH * Math.max(1, (count + MOST_POINTS - 1) / MOST_POINTS);
            summaries(probe, step).forEach(row -> points.add(new Point(Instant.ofEpochSecond(((Number) row[0]).longValue()),
                    value(values, row[2], row[3]), ((Number) row[1]).longValue() > 0)));
        }
        Instant from = count == 0 ? probe.sampledFrom
                : Instant.ofEpochSecond(((Number) extent[1]).longValue() + RollUp.STRETCH);
        tail(probe, from).forEach(row -> points.add(new Point(SqlInstant.of(row[0]), value(values, row[2], row[3]),
                !(Boolean) row[1])));
        return points;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> summaries(Probe probe, long step) {
        return database.createNativeQuery("""
                select min(s.starts_at), sum(s.outside), avg(s.mean), avg(s.latency_micros) from
                    (select starts_at, outside, mean, latency_micros, starts_at / %d as stretch from probe_summary
                    where probe_id = :probe) s
                group by s.stretch order by s.stretch""".formatted(step)).setParameter("probe", probe.id)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> tail(Probe probe, Instant from) {
        return database.createNativeQuery("""
                select sampled_at, inside, quantity, latency_micros from probe_sample
                where probe_id = :probe and sampled_at >= :from order by n""").setParameter("probe", probe.id)
                .setParameter("from", from).setMaxResults(MOST_POINTS * 2).getResultList();
    }

    private static Double value(boolean values, Object quantity, Object latency) {
        if (values) {
            return quantity == null ? null : ((Number) quantity).doubleValue();
        }
        return ((Number) latency).doubleValue() / MICROS_PER_MILLI;
    }
}
