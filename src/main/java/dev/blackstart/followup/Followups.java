package dev.blackstart.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseReferences;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.retest.Retest;
import dev.blackstart.problem.Choice;

/**
 * What follow-up knows of an exercise, for its report, as one of its control staff may know it: what other exercises showed
 * goes
 * through this reader's sight of them.
 */
@ApplicationScoped
public class Followups {

    private final Visibility visibility;

    Followups(Visibility visibility) {
        this.visibility = visibility;
    }

    /** In a transaction or a request. @param reader who sees the exercise as control staff do */
    public Followup of(UUID exerciseId, ExerciseAccess reader) {
        ExerciseReferences references = visibility.references(reader.viewer(), reader.master());
        List<Finding> findings = Finding.list("exerciseId = ?1 order by observedAt, id", exerciseId);
        return new Followup(findings.stream().map(Followups::triaged).toList(),
                Defect.openedIn(exerciseId).stream().map(defect -> chain(defect, references)).toList());
    }

    /** @param defects opened in this exercise */
    public record Followup(List<Triaged> findings, List<Chain> defects) {
    }

    /** @param state new, confirmed, noted or dismissed @param defect reference, or null */
    public record Triaged(UUID finding, String text, String kind, String severity, String state, String reason, String by,
            Instant at, String defect) {
    }

    /** @param state open, fixed, verified or accepted */
    public record Chain(UUID id, String reference, String title, String text, String state, String severity, String likelihood,
            String rank,
            String exposedBy, List<String> contributingFactors, List<String> systems, String principle, boolean alarm,
            String acceptedReason, String acceptedBy, Instant acceptedUntil, Instant verifiedAt, List<Action> actions,
            List<Proof> retests) {
    }

    /** @param state open, in-progress, done, verified or dropped */
    public record Action(UUID id, String title, String owner, String kind, String state, Instant due, String link,
            Instant openedAt, String exception, String dropReason, String evidence, Instant doneAt, Instant verifiedAt,
            String verifiedBy) {
    }

    /**
     * A result of an exercise that retested the defect.
     *
     * @param exercise its name; null, like kind, name, reason and by, for a reader who does not see that exercise
     * @param kind drill or expectation
     * @param name key of the drill or item
     */
    public record Proof(String exercise, String kind, String name, String result, String reason, String environment,
            String by, Instant at) {
    }

    private static Triaged triaged(Finding finding) {
        Defect defect = finding.defectId == null ? null : Defect.findById(finding.defectId);
        return new Triaged(finding.id, finding.text, finding.kindNow(), finding.severityNow(), finding.state.key(),
                finding.triageReason, finding.triagedBy, finding.triagedAt, defect == null ? null : defect.reference);
    }

    private static Chain chain(Defect defect, ExerciseReferences references) {
        return new Chain(defect.id, defect.reference, defect.title, defect.text, Choice.key(defect.state), defect.severity,
                Choice.key(defect.likelihood), Choice.key(defect.rank()),
                Choice.key(defect.exposedBy), List.copyOf(defect.contributingFactors), List.copyOf(defect.systems),
                Choice.key(defect.principle), defect.alarmAction != null, defect.acceptedReason, defect.acceptedBy,
                defect.acceptedUntil, defect.verifiedAt,
                ActionItem.of(defect.id).stream().map(Followups::action).toList(),
                Retest.of(List.of(defect.id)).stream().filter(retest -> retest.isKnownTo(references))
                        .map(retest -> proof(retest, references)).toList());
    }

    private static Action action(ActionItem action) {
        return new Action(action.id, action.title, action.owner, Choice.key(action.kind), Choice.key(action.state),
                action.dueAt, action.link, action.createdAt, action.exceptionReason, action.dropReason, action.evidence,
                action.doneAt,
                action.verifiedAt, action.verifiedBy);
    }

    private static Proof proof(Retest retest, ExerciseReferences references) {
        String environment = Choice.key(retest.environment);
        return references.controls(retest.exerciseId)
                ? new Proof(references.name(retest.exerciseId), Choice.key(retest.kind), retest.name, retest.result.key(),
                        retest.reason, environment, retest.judgedBy, retest.judgedAt)
                : new Proof(null, null, null, retest.counted.key(), null, environment, null, retest.judgedAt);
    }
}
