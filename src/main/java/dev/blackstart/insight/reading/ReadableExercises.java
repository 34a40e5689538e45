package dev.blackstart.insight.reading;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Visibility;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Which exercises count for a reader. This is the one place that decides it: whatever insight knows of an exercise, it knows by
 * one of these queries. Only live exercises that are over count, so that nothing scheduled or running shows.
 */
@ApplicationScoped
public class ReadableExercises {

    /** Of {@code e}; parameters {@code viewer}, {@code master}, {@code since}, {@code until}. */
    private static final String READABLE = "e.mode = LIVE and e.state in (ENDED, CLOSED) and e.clock.startedAt is not null"
            + " and e.endedAt >= :since and e.endedAt < :until and " + Visibility.CONTROL;

    /** Those that ended in a stretch of time, in the order in which they ended. @param until exclusive */
    public List<Exercise> of(InsightReader reader, Instant since, Instant until) {
        return query(Exercise.class, "from Exercise e where " + READABLE + " order by e.endedAt, e.id", reader, since, until)
                .getResultList();
    }

    /**
     * What belongs to them.
     *
     * @param type an entity with an {@code exerciseId}
     * @param order of {@code x}
     */
    public <T> List<T> belonging(Class<T> type, InsightReader reader, Instant since, Instant until, String order) {
        return query(type, "from " + type.getSimpleName() + " x where x.exerciseId in (select e.id from Exercise e where "
                + READABLE + ") order by " + order, reader, since, until).getResultList();
    }

    private static <T> TypedQuery<T> query(Class<T> type, String text, InsightReader reader, Instant since, Instant until) {
        return Panache.getEntityManager().createQuery(text, type).setParameter("viewer", reader.person())
                .setParameter("master", reader.master()).setParameter("since", since).setParameter("until", until);
    }
}
