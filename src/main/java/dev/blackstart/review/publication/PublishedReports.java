package dev.blackstart.review.publication;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.PublishedCopy;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/** Reads what was published, each copy for its audience alone. */
@ApplicationScoped
public class PublishedReports implements PublishedCopy {

    /** Of {@code p}: no later copy of the same report was published. */
    public static final String NEWEST = "not exists (select 1 from PublishedReport later where later.exerciseId = p.exerciseId"
            + " and (later.createdAt > p.createdAt or later.createdAt = p.createdAt and later.id < p.id))";

    /**
     * Of the newest copy {@code p}: somebody who does not read the exercise as control staff do is among its audience.
     * Parameter
     * {@code viewer}.
     */
    public static final String FOR_AUDIENCE = "(p.audience = ORGANISATION or p.audience = ROSTER and exists (select 1 from"
            + " RosterEntry seat where seat.exerciseId = p.exerciseId and seat.person = :viewer))";

    private static final String TITLE = "select new dev.blackstart.review.publication.PublishedTitle(p.id, p.exerciseId, p.title,"
            + " p.revision, p.audience, p.createdAt) from PublishedReport p where ";

    private static final String READABLE = NEWEST + " and (" + FOR_AUDIENCE
            + " or exists (select 1 from Exercise e where e.id = p.exerciseId and " + Visibility.CONTROL + "))";

    /**
     * The newest copy, for one of its readers.
     *
     * @param reader null for somebody who does not know the exercise
     * @throws Problem 404 where nothing was published to them
     */
    @Transactional
    public PublishedReport read(UUID exerciseId, ExerciseAccess reader) {
        ReportAudience audience = PublishedReport.audienceOf(exerciseId);
        if (!reads(audience, reader)) {
            throw Problem.notFound();
        }
        return PublishedReport.newest(exerciseId);
    }

    private static boolean reads(ReportAudience audience, ExerciseAccess reader) {
        return audience == ReportAudience.ORGANISATION
                || audience == ReportAudience.ROSTER && reader != null && (reader.control() || reader.onRoster());
    }

    @Override
    @Transactional
    public boolean isFor(UUID exerciseId, ExerciseAccess reader) {
        return reads(PublishedReport.audienceOf(exerciseId), reader);
    }

    /** What somebody may read, the newest first. */
    @Transactional
    public List<PublishedTitle> newest(String viewer, boolean master, int most) {
        return Panache.getEntityManager()
                .createQuery(TITLE + READABLE + " order by p.createdAt desc, p.id", PublishedTitle.class)
                .setParameter("viewer", viewer).setParameter("master", master).setMaxResults(most).getResultList();
    }

    /** @return null for a copy that a later one replaced */
    @Transactional
    public PublishedTitle title(UUID copy) {
        return Panache.getEntityManager().createQuery(TITLE + "p.id = :id and " + NEWEST, PublishedTitle.class)
                .setParameter("id", copy).getResultStream().findFirst().orElse(null);
    }

    /** Copies of a report other than this one. */
    public List<UUID> others(PublishedReport copy) {
        return Panache.getEntityManager()
                .createQuery("select p.id from PublishedReport p where p.exerciseId = ?1 and p.id <> ?2", UUID.class)
                .setParameter(1, copy.exerciseId).setParameter(2, copy.id).getResultList();
    }

    /** Whether a copy was published. */
    @Transactional
    public boolean isThere(UUID exerciseId) {
        return PublishedReport.audienceOf(exerciseId) != null;
    }
}
