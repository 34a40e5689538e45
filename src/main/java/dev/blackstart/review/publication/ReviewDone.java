package dev.blackstart.review.publication;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.CloseCheck;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;

/** An exercise is closed when its review is done: its report is published, or a reason says why there is none. */
@ApplicationScoped
class ReviewDone implements CloseCheck {

    @Override
    public String key() {
        return "review";
    }

    @Override
    public List<String> open(Exercise exercise) {
        return exercise.isRehearsal() || isPublished(exercise) ? List.of()
                : List.of("Publish the report of its review, or give a reason (override) for closing without one.");
    }

    private static boolean isPublished(Exercise exercise) {
        StoredReport report = StoredReport.of(exercise.id);
        return report != null && report.state == ReportState.PUBLISHED;
    }

    @Override
    public boolean isWaivable() {
        return true;
    }

    @Override
    public String words() {
        return "Hold the review and publish the report";
    }

    @Override
    public String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/review";
    }
}
