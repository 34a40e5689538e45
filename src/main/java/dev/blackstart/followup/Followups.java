package dev.blackstart.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.findings.Finding;
import dev.blackstart.planning.Exercise;

/** What follow-up knows of an exercise, for its report: control staff's reading, so whoever shows it looks at who reads. */
@ApplicationScoped
public class Followups {

    /** In a transaction or a request. */
    public Followup of(UUID exerciseId) {
        List<Finding> findings = Finding.list("exerciseId = ?1 order by observedAt, id", exerciseId);
        return new Followup(findings.stream().map(Followups::triaged).toList(),
                Defect.of(exerciseId).stream().map(defect -> told(defect, exerciseId)).toList(),
                Retest.in(exerciseId).stream().map(retest -> proof(retest, Defect.findById(retest.defectId))).toList());
    }

    /** @param proved what this exercise showed of earlier defects */
    public record Followup(List<Triaged> findings, List<Chain> defects, List<Proof> proved) {
    }

    /** @param state new, confirmed, noted or dismissed @param defect reference, or null */
    public record Triaged(UUID finding, String text, String kind, String severity, String state, String reason, String by,
            Instant at, String defect) {
    }

    /**
     * @param elsewhere opened in another exercise, of which only the reference is told
     * @param state open, fixed, verified or accepted
     */
    public record Chain(UUID id, String reference, boolean elsewhere, String title, String text, String state, String severity,
            String exposedBy, List<String> contributingFactors, List<String> systems, String principle, String recurrenceOf,
            boolean alarm, String acceptedReason, String acceptedBy, Instant acceptedUntil, Instant verifiedAt,
            List<Action> actions, List<Proof> retests) {
    }

    /** @param state open, in-progress, done, verified or dropped */
    public record Action(UUID id, String title, String owner, String kind, String state, Instant due, String link,
            String exception, String dropReason, String evidence, Instant doneAt, Instant verifiedAt, String verifiedBy) {
    }

    /** @param exercise name of the one that showed it @param kind drill or expectation @param name key of the drill or item */
    public record Proof(String defect, UUID exerciseId, String exercise, String kind, String name, String result, String reason,
            String environment, String by, Instant at) {
    }

    private static Triaged triaged(Finding finding) {
        Defect defect = finding.defectId == null ? null : Defect.findById(finding.defectId);
        return new Triaged(finding.id, finding.text, finding.kindNow(), finding.severityNow(), finding.state.key(),
                finding.triageReason, finding.triagedBy, finding.triagedAt, defect == null ? null : defect.reference);
    }

    private static Chain told(Defect defect, UUID readIn) {
        boolean elsewhere = !defect.exerciseId.equals(readIn);
        Defect earlier = defect.recurrenceOf == null ? null : Defect.findById(defect.recurrenceOf);
        return new Chain(defect.id, defect.reference, elsewhere, elsewhere ? null : defect.title,
                elsewhere ? null : defect.text,
                Choice.key(defect.state), defect.severity, Choice.key(defect.exposedBy),
                elsewhere ? List.of() : List.copyOf(defect.contributingFactors),
                elsewhere ? List.of() : List.copyOf(defect.systems), Choice.key(defect.principle),
                earlier == null ? null : earlier.reference, defect.alarmAction != null,
                elsewhere ? null : defect.acceptedReason, elsewhere ? null : defect.acceptedBy, defect.acceptedUntil,
                defect.verifiedAt, elsewhere ? List.of() : ActionItem.of(defect.id).stream().map(Followups::action).toList(),
                elsewhere ? List.of() : Retest.of(List.of(defect.id)).stream().map(retest -> proof(retest, defect)).toList());
    }

    private static Action action(ActionItem action) {
        return new Action(action.id, action.title, action.owner, Choice.key(action.kind), Choice.key(action.state),
                action.dueAt, action.link, action.exceptionReason, action.dropReason, action.evidence, action.doneAt,
                action.verifiedAt, action.verifiedBy);
    }

    private static Proof proof(Retest retest, Defect defect) {
        Exercise exercise = Exercise.findById(retest.exerciseId);
        return new Proof(defect.reference, exercise.id, exercise.name, Choice.key(retest.kind), retest.name,
                retest.result.key(), retest.reason, Choice.key(retest.environment), retest.judgedBy, retest.judgedAt);
    }
}
