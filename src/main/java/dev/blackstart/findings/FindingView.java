package dev.blackstart.findings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.findings.attachment.AttachmentView;
import dev.blackstart.journal.Journal;
import dev.blackstart.preparation.singlepoint.SinglePoints;

/**
 * A finding as one person may see it: its item, drill and single point of failure only where they may see these, what triage
 * made of it (state, reason, defect) for control staff alone.
 *
 * @param attachmentToken told once, to the author of a finding without a name, who adds attachments with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(UUID id, String text, String kind, String severity, String item, String drill,
        SinglePoints.Named singlePoint, String author, Instant observedAt, String clock, Instant loggedAt, String state,
        String reason, UUID defect, List<AttachmentView> attachments, String attachmentToken) {

    /** Null where this person may not know of it yet. */
    public static FindingView of(Finding finding, Exercise exercise, ExerciseAccess sight) {
        TimelineItem item = finding.itemId == null ? null : TimelineItem.findById(finding.itemId);
        Drill drill = finding.drillId == null ? null : Drill.findById(finding.drillId);
        boolean early = finding.proposed && exercise.state.isLive();
        if (!sight.control() && (early || Findings.namesUnreleased(finding))) {
            return null;
        }
        boolean control = sight.control();
        return new FindingView(finding.id, finding.text, control ? finding.kindNow() : finding.kind,
                control ? finding.severityNow() : finding.severity, name(item, exercise, sight),
                name(drill, exercise, sight), point(finding, sight),
                finding.author == null ? Journal.ANONYMOUS : finding.author, finding.observedAt,
                ExerciseClock.text(finding.observedClock), finding.createdAt, control ? state(finding) : null,
                control ? finding.triageReason : null, control ? finding.defectId : null, List.of(), null);
    }

    private static String state(Finding finding) {
        return finding.proposed && !finding.isTriaged() ? "proposed" : finding.state.key();
    }

    FindingView with(List<AttachmentView> added) {
        return new FindingView(id, text, kind, severity, item, drill, singlePoint, author, observedAt, clock, loggedAt, state,
                reason,
                defect, added == null ? List.of() : added, attachmentToken);
    }

    /** For its author alone, once. @param token null for a finding with a name */
    FindingView with(String token) {
        return new FindingView(id, text, kind, severity, item, drill, singlePoint, author, observedAt, clock, loggedAt, state,
                reason,
                defect, attachments, token);
    }

    /** As all who may know of it see it, without what it is linked to. */
    public static FindingView bare(Finding finding) {
        return new FindingView(finding.id, finding.text, finding.kind, finding.severity, null, null, null,
                finding.author == null ? Journal.ANONYMOUS : finding.author, finding.observedAt,
                ExerciseClock.text(finding.observedClock), finding.createdAt, null, null, null, List.of(), null);
    }

    /** That something hidden is for this very exercise is told only to those who said so themselves. */
    private static SinglePoints.Named point(Finding finding, ExerciseAccess sight) {
        if (!sight.control() && !sight.viewer().equals(finding.author)
                && SinglePoints.isVeiled(finding.singlePointId, finding.exerciseId)) {
            return null;
        }
        return SinglePoints.named(sight.control() ? finding.singlePointNow() : finding.singlePointId, sight.viewer(),
                sight.master());
    }

    private static String name(TimelineItem item, Exercise exercise, ExerciseAccess sight) {
        if (item == null || !Timeline.isVisible(item, exercise, sight)) {
            return null;
        }
        return sight.control() ? item.key : item.id.toString();
    }

    private static String name(Drill drill, Exercise exercise, ExerciseAccess sight) {
        if (drill == null || !DrillViews.isVisible(drill, exercise, sight)) {
            return null;
        }
        return sight.control() ? drill.key : drill.id.toString();
    }
}
