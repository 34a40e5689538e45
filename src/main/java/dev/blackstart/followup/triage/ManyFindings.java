package dev.blackstart.followup.triage;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.exercise.Permission;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;

/** Notes or dismisses many findings with one reason. */
@RequestScoped
class ManyFindings {

    static final int MOST = 500;

    private final FollowupAccess followupAccess;
    private final Triage triage;

    ManyFindings(FollowupAccess followupAccess, Triage triage) {
        this.followupAccess = followupAccess;
        this.triage = triage;
    }

    /**
     * Those that were selected, in that order, as far as something would change; nothing is done yet.
     *
     * @throws Problem 404 where one does not exist for the viewer, 403 where they do not triage it, 422 for none or too many
     */
    List<Finding> selected(List<UUID> ids, TriageState to) {
        List<UUID> distinct = ids == null ? List.of() : ids.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw Problem.invalid("ids", "Select at least one finding.");
        }
        if (distinct.size() > MOST) {
            throw Problem.invalid("ids", "Select at most " + MOST + " findings at a time.");
        }
        if (to != TriageState.NOTED && to != TriageState.DISMISSED) {
            throw Problem.invalid("state", "Many findings are noted or dismissed; confirm each by itself.");
        }
        List<Finding> findings = distinct.stream().map(followupAccess::finding).toList();
        findings.forEach(finding -> followupAccess.control(finding.exerciseId).must(Permission.TRIAGE));
        return findings;
    }

    /** Each is changed by itself: one that changed meanwhile holds up no other. */
    void move(List<UUID> ids, TriageState to, String reason, String actor) {
        if (to == TriageState.DISMISSED && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "Say why they are dismissed.");
        }
        selected(ids, to).forEach(finding -> triage.move(finding.id,
                new Triage.Wish(Choice.key(to), reason, null, null, null, null), actor));
    }
}
