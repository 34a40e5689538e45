package dev.blackstart.insight.reading;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.review.publication.PublishedReports;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Which exercises count for a reader. This is the one place that decides it: whatever insight knows of an exercise, it knows by
 * one of these queries. Only live exercises that are over count, so that nothing scheduled or running shows.
 */
@ApplicationScoped
public class ReadableExercises {

    /** Of {@code e}; parameters {@code viewer}, {@code master}, {@code since}, {@code until}. */
    private static final String OVER = "e.mode = LIVE and e.state in (ENDED, CLOSED) and e.clock.startedAt is not null"
            + " and e.endedAt >= :since and e.endedAt < :until and ";

    private static final String READABLE = OVER + Visibility.CONTROL;

    /** Of {@code p}, the newest copy of its report. */
    private static final String PUBLISHED = OVER + "p.exerciseId = e.id and " + PublishedReports.NEWEST + " and "
            + PublishedReports.FOR_AUDIENCE + " and not (" + Visibility.CONTROL + ")";

    /** Those that ended in a stretch of time, in the order in which they ended. @param until exclusive */
    public List<Exercise> of(InsightReader reader, Instant since, Instant until) {
        return query(Exercise.class, "from Exercise e where " + READABLE + " order by e.endedAt, e.id", reader, since, until)
                .getResultList();
    }

    /** An exercise that the reader knows by its published report alone. @param at when it was published */
    public record Published(Exercise exercise, Instant at) {
    }

    /** Those besides {@link #of}, of which nothing later than the published copy may be told. */
    public List<Published> published(InsightReader reader, Instant since, Instant until) {
        return query(Object[].class, "select e, p.createdAt from Exercise e, PublishedReport p where " + PUBLISHED
                + " order by e.endedAt, e.id", reader, since, until).getResultStream()
                .map(row -> new Published((Exercise) row[0], (Instant) row[1])).toList();
    }

    /**
     * What belongs to those of {@link #of}.
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
