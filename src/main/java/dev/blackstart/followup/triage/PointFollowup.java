package dev.blackstart.followup.triage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.preparation.singlepoint.PointMentions;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Choice;

/** Which findings and defects refer to a single point of failure, and where one makes a defect of it. */
@RequestScoped
class PointFollowup implements PointMentions {

    private static final int MOST = 100;

    private final FollowupAccess followupAccess;
    private final Visibility visibility;

    PointFollowup(FollowupAccess followupAccess, Visibility visibility) {
        this.followupAccess = followupAccess;
        this.visibility = visibility;
    }

    @Override
    public List<Mention> of(SinglePoint point) {
        return Stream.concat(
                Finding.ofSinglePoint(point.id, MOST).stream().map(finding -> mention(finding, point)).filter(Objects::nonNull),
                Defect.ofSinglePoint(point.id, MOST).stream().filter(defect -> followupAccess.controls(defect.exerciseId))
                        .map(PointFollowup::mention))
                .toList();
    }

    /** Null where the viewer may not know of it, or not that it is about this. */
    private Mention mention(Finding finding, SinglePoint point) {
        ExerciseAccess sight = visibility.sight(finding.exerciseId, followupAccess.person(), followupAccess.isMaster());
        Exercise exercise = Exercise.findById(finding.exerciseId);
        FindingView view = sight == null ? null : FindingView.of(finding, exercise, sight);
        if (view == null || view.singlePoint() == null || !view.singlePoint().id().equals(point.id)) {
            return null;
        }
        return new Mention("finding", finding.id, TriageBoards.line(finding.text), view.state(), finding.observedAt,
                sight.control() ? "/findings?state=all&finding=" + finding.id : "/exercises/" + exercise.id + "/me",
                exercise.zone);
    }

    private static Mention mention(Defect defect) {
        return new Mention("defect", defect.id, defect.reference + " " + defect.title, Choice.key(defect.state),
                defect.createdAt, "/defects/" + defect.id, Exercise.<Exercise> findById(defect.exerciseId).zone);
    }

    @Override
    public Step next(SinglePoint point) {
        return followupAccess.triages(point) && !Defect.isOpenFor(point)
                ? new Step("Open a defect…", "/defects/new?singlePoint=" + point.reference)
                : null;
    }
}
