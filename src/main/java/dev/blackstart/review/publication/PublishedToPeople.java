package dev.blackstart.review.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.followup.offer.ReportReaders;

/** Tells follow-up who may read of an exercise's defects in its published report. */
@ApplicationScoped
class PublishedToPeople implements ReportReaders {

    private final Visibility visibility;

    PublishedToPeople(Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public Instant publishedAt(UUID exerciseId) {
        return PublishedReport.newestAt(exerciseId);
    }

    @Override
    public boolean mayRead(UUID exerciseId, String person) {
        ReportAudience audience = PublishedReport.audienceOf(exerciseId);
        if (audience != ReportAudience.ROSTER) {
            return audience == ReportAudience.ORGANISATION;
        }
        ExerciseAccess sight = visibility.sight(exerciseId, person);
        return sight != null && (sight.control() || sight.onRoster());
    }
}
