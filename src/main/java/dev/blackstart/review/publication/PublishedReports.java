package dev.blackstart.review.publication;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.problem.Problem;

/** Reads what was published, each copy for its audience alone. */
@ApplicationScoped
public class PublishedReports {

    /**
     * The newest copy, for one of its readers.
     *
     * @param reader null for somebody who does not know the exercise
     * @throws Problem 404 where nothing was published to them
     */
    @Transactional
    public PublishedReport read(UUID exerciseId, ExerciseAccess reader) {
        ReportAudience audience = PublishedReport.audienceOf(exerciseId);
        boolean mayRead = audience == ReportAudience.ORGANISATION
                || audience == ReportAudience.ROSTER && reader != null && (reader.control() || reader.onRoster());
        if (!mayRead) {
            throw Problem.notFound();
        }
        return PublishedReport.newest(exerciseId);
    }

    /** Whether a copy was published. */
    @Transactional
    public boolean isThere(UUID exerciseId) {
        return PublishedReport.audienceOf(exerciseId) != null;
    }
}
