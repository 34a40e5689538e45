package dev.blackstart.evidence;

import dev.blackstart.followup.Followups.Chain;
import dev.blackstart.followup.Followups.Followup;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.ReportDraft;

/** Defects, what is done about them, and what proves it, as tables. */
final class FollowupTables {

    private FollowupTables() {
    }

    static EvidenceTable defects(Followup followup) {
        EvidenceTable table = EvidenceTable.of("defect", "title", "text", "severity", "state", "exposed by", "systems",
                "contributing factors", "principle", "verified at");
        for (Chain one : followup.defects()) {
            table.row(one.reference(), one.title(), one.text(), one.severity(), one.state(), one.exposedBy(), one.systems(),
                    one.contributingFactors(), one.principle(), one.verifiedAt());
        }
        return table;
    }

    /** Actions in the report's order, the worst and most urgent first; then risks that were accepted. */
    static EvidenceTable remediation(ReportDraft draft, Followup followup) {
        EvidenceTable table = EvidenceTable.of("rank", "what", "defect", "severity", "kind", "state", "owner", "opened", "due",
                "done", "overdue", "link", "accepted because", "accepted by", "accepted until");
        int rank = 1;
        for (FollowupDraft.Action one : draft.followup().actions()) {
            table.row(rank++, one.title(), one.defect(), one.severity(), one.kind(), one.state(), one.owner(), one.opened(),
                    one.due(), one.done(), one.overdue(), one.link(), null, null, null);
        }
        for (Chain one : followup.defects()) {
            if (one.acceptedBy() != null) {
                table.row(rank++, "Accepted risk: " + one.title(), one.reference(), one.severity(), "accepted-risk",
                        one.state(), one.acceptedBy(), null, null, null, null, null, one.acceptedReason(), one.acceptedBy(),
                        one.acceptedUntil());
            }
        }
        return table;
    }

    /** What other exercises showed is named only where the reader sees them. */
    static EvidenceTable retests(Followup followup) {
        EvidenceTable table = EvidenceTable.of("defect", "at", "exercise", "by", "name", "environment", "result", "why",
                "judged by");
        followup.defects().forEach(defect -> defect.retests().forEach(one -> table.row(defect.reference(), one.at(),
                one.exercise(), one.kind(), one.name(), one.environment(), one.result(), one.reason(), one.by())));
        return table;
    }
}
