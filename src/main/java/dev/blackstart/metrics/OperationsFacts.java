package dev.blackstart.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Visibility;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * What the database knows of work in progress, over all replicas. Rehearsals do not count. A person's numbers leave out every
 * exercise that this person does not see as control staff do.
 */
@ApplicationScoped
class OperationsFacts {

    private static final String OF_EXERCISE = "e.id = x.exerciseId and e.mode = LIVE and ";

    private final Clock clock;

    OperationsFacts(Clock clock) {
        this.clock = clock;
    }

    /** @param person person key, or null for monitoring, which everything is shown to */
    @Transactional
    public Map<String, List<Fact>> read(String person) {
        String sight = person == null ? "1 = 1" : Visibility.CONTROL;
        Instant now = clock.instant();
        Instant due = query("select min(e.nextDueAt) from Exercise e where e.mode = LIVE and e.state = RUNNING"
                + " and e.nextDueAt < ?1 and " + sight, Instant.class, person).setParameter(1, now).getSingleResult();
        List<Object[]> lanes = query("select x.channel, count(x), min(x.createdAt) from Delivery x where x.state = WAITING"
                + " and (x.exerciseId is null or exists (select 1 from Exercise e where e.id = x.exerciseId and " + sight
                + ")) group by x.channel order by x.channel", Object[].class, person).getResultList();
        return Map.of(
                "exercises.live", byState(ExerciseState.LIVE, "select e.state, count(e) from Exercise e"
                        + " where e.mode = LIVE and e.state in (RUNNING, PAUSED) and " + sight + " group by e.state", person),
                "faults.active", byState(FaultState.ACTIVE, "select x.state, count(x) from Drill x, Exercise e where "
                        + OF_EXERCISE + "x.state in (ARMED, INJECTED, REVERTING, FAILED) and " + sight + " group by x.state",
                        person),
                "faults.without.owner", one(query("select count(x) from FaultAttempt x, Exercise e where " + OF_EXERCISE
                        + "x.state = RUNNING and x.leaseUntil < ?1 and " + sight, Long.class, person).setParameter(1, now)),
                "items.failed", one(query("select count(x) from TimelineItem x, Exercise e where " + OF_EXERCISE
                        + "x.failed.step is not null and e.state in (RUNNING, PAUSED) and " + sight, Long.class, person)),
                "timeline.overdue.seconds", List.of(new Fact(null, age(due, now))),
                "outbox.waiting", lanes.stream().map(lane -> new Fact((String) lane[0], (Long) lane[1])).toList(),
                "outbox.age.seconds",
                lanes.stream().map(lane -> new Fact((String) lane[0], age((Instant) lane[2], now))).toList());
    }

    /** @param label state or channel; null for the only one */
    record Fact(String label, double value) {
    }

    private static List<Fact> one(TypedQuery<Long> count) {
        return List.of(new Fact(null, count.getSingleResult()));
    }

    /** Every state has its number, or a rule that watches it would find nothing. */
    private static List<Fact> byState(Collection<? extends Enum<?>> states, String query, String person) {
        Map<Object, Object> found = query(query, Object[].class, person).getResultStream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        return states.stream().map(state -> new Fact(state.name().toLowerCase(), (Long) found.getOrDefault(state, 0L)))
                .toList();
    }

    private static double age(Instant since, Instant now) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1_000.0);
    }

    private static <T> TypedQuery<T> query(String text, Class<T> type, String person) {
        TypedQuery<T> query = Panache.getEntityManager().createQuery(text, type);
        return person == null ? query : query.setParameter("viewer", person).setParameter("master", true);
    }
}
