package dev.blackstart.followup.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingLabels;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.action.FollowupJournal;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Says what findings are: noted, dismissed, of another kind or severity, part of a defect, or to be looked at again. */
@ApplicationScoped
class Triage {

    private final Clock clock;
    private final FollowupAccess followupAccess;
    private final Defects defects;
    private final FollowupJournal followupJournal;
    private final WeakSignals weakSignals;
    private final OutsideReading outsideReading;

    Triage(Clock clock, FollowupAccess followupAccess, Defects defects, FollowupJournal followupJournal,
            WeakSignals weakSignals,
            OutsideReading outsideReading) {
        this.clock = clock;
        this.followupAccess = followupAccess;
        this.defects = defects;
        this.followupJournal = followupJournal;
        this.weakSignals = weakSignals;
        this.outsideReading = outsideReading;
    }

    /**
     * Null leaves a part as it is.
     *
     * @param defect to merge into, by reference or id
     * @param singlePoint of failure that it shows, by reference or id; empty for what it was logged with
     * @param outsideReader key of who reads it from outside the team
     */
    record Wish(String state, String reason, String kind, String severity, String defect, String singlePoint,
            String outsideReader) {

        Wish(String state, String reason, String kind, String severity, String defect, String singlePoint) {
            this(state, reason, kind, severity, defect, singlePoint, null);
        }
    }

    /** What else it is called. @param singlePoint null leaves it @param unpoints back to what it was logged with */
    private record Labels(String kind, String severity, UUID singlePoint, boolean unpoints) {

        boolean changes(Finding finding) {
            return !Objects.equals(kind == null ? finding.kindNow() : kind, finding.kindNow())
                    || !Objects.equals(severity == null ? finding.severityNow() : severity, finding.severityNow())
                    || points(finding);
        }

        private boolean points(Finding finding) {
            return singlePoint != null ? !singlePoint.equals(finding.singlePointNow())
                    : unpoints && finding.judgedSinglePointId != null;
        }

        void applyTo(Finding finding) {
            finding.label(kind, severity);
            if (points(finding)) {
                finding.pointTo(singlePoint);
            }
        }
    }

    /** Asking for what is already so changes nothing. */
    void move(UUID id, Wish wish, String actor) {
        TriageState to = Choice.of("state", TriageState.class, wish.state());
        TextLimits.atMost(TextLimits.REASON, "reason", wish.reason());
        String kind = FindingLabels.oneOf("kind", FindingLabels.KINDS, wish.kind());
        String severity = FindingLabels.oneOf("severity", FindingLabels.SEVERITIES, wish.severity());
        if (to == null && kind == null && severity == null && wish.defect() == null && wish.singlePoint() == null
                && wish.outsideReader() == null) {
            throw Problem.invalid("state", "Say what changes: state, kind, severity, defect, singlePoint or outsideReader.");
        }
        if (wish.outsideReader() != null) {
            outsideReading.ask(id, wish.outsideReader(), actor);
            if (to == null && kind == null && severity == null && wish.defect() == null && wish.singlePoint() == null) {
                return;
            }
        }
        if (wish.defect() != null && to != null && to != TriageState.CONFIRMED) {
            throw Problem.invalid("defect", "A finding that is merged into a defect is confirmed; leave the state out.");
        }
        UUID into = wish.defect() == null ? null : followupAccess.named("defect", wish.defect()).id;
        SinglePoint point = followupAccess.point(wish.singlePoint());
        boolean unpoints = point == null && wish.singlePoint() != null
                && followupAccess.point(Finding.<Finding> findById(id).judgedSinglePointId) != null;
        Labels labels = new Labels(kind, severity, point == null ? null : point.id, unpoints);
        QuarkusTransaction.requiringNew().run(() -> move(id, to, blankToNull(wish.reason()), labels, into, actor));
    }

    private void move(UUID id, TriageState to, String reason, Labels labels, UUID into, String actor) {
        Exercise exercise = Exercise.lock(exerciseOf(id));
        Finding finding = Finding.findById(id);
        Instant at = clock.instant();
        boolean labelled = labels.changes(finding);
        labels.applyTo(finding);
        if (into != null || to == TriageState.CONFIRMED) {
            merge(exercise, finding, into, labelled, actor, at);
            return;
        }
        UUID before = finding.defectId;
        boolean moves = to != null && (to != finding.state || !Objects.equals(reason, finding.triageReason));
        if (moves && to == TriageState.DISMISSED && finding.state != TriageState.DISMISSED) {
            weakSignals.mustMayDismiss(finding, exercise, actor);
        }
        if (moves) {
            apply(finding, to, reason, actor, at);
        }
        if (moves || labelled) {
            followupJournal.finding(exercise, finding, null, actor, at);
        }
        if (before != null && finding.defectId == null) {
            defects.withdrawIfBare(exercise, before, actor, at);
        }
    }

    private void merge(Exercise exercise, Finding finding, UUID into, boolean labelled, String actor, Instant at) {
        if (into == null && finding.defectId == null) {
            throw Problem.invalid("state",
                    "A finding is confirmed with a defect: open one with POST /api/defects, or name one as defect.");
        }
        UUID before = finding.defectId;
        if (into != null && !into.equals(before)) {
            defects.merge(exercise, finding, into, actor, at);
            if (before != null) {
                defects.withdrawIfBare(exercise, before, actor, at);
            }
        } else if (labelled) {
            followupJournal.finding(exercise, finding, Defect.findById(finding.defectId), actor, at);
        }
    }

    private static void apply(Finding finding, TriageState to, String reason, String actor, Instant at) {
        switch (to) {
            case NEW -> finding.reopen(actor, at);
            case NOTED -> finding.note(reason, actor, at);
            case DISMISSED -> finding.dismiss(reason, actor, at);
            case CONFIRMED -> throw new IllegalStateException("a finding is confirmed with a defect");
        }
    }

    /** Read without the finding itself, for its exercise is locked first. */
    static UUID exerciseOf(UUID findingId) {
        return Finding.getEntityManager().createQuery("select f.exerciseId from Finding f where f.id = ?1", UUID.class)
                .setParameter(1, findingId).getSingleResult();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
