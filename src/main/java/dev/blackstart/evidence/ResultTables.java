package dev.blackstart.evidence;

import java.util.List;

import dev.blackstart.review.draft.Measurements;
import dev.blackstart.review.draft.ReportDraft;

/** Results of an exercise as tables. */
final class ResultTables {

    private ResultTables() {
    }

    static EvidenceTable objectives(ReportDraft draft) {
        EvidenceTable table = EvidenceTable.of("objective", "text", "capability", "target", "rating", "why", "rated by",
                "rated at", "measured", "differing ratings");
        draft.objectives().forEach(one -> table.row(one.key(), one.text(), one.capability(), one.target(), one.rating(),
                one.sentence(), one.ratedBy(), one.ratedAt(), one.measured() == null ? null : one.measured().words(),
                one.differing().stream().map(other -> other.by() + ": " + other.rating()).toList()));
        return table;
    }

    static EvidenceTable expectations(ReportDraft draft) {
        EvidenceTable table = EvidenceTable.of("item", "of", "expected", "within", "result", "took", "judged by", "reasons");
        draft.expectations().forEach(one -> table.row(one.item(), one.of(), one.text(), one.within(), one.result(), one.took(),
                one.by(), one.reasons()));
        return table;
    }

    static EvidenceTable drills(ReportDraft draft) {
        EvidenceTable table = EvidenceTable.of("drill", "title", "kind", "owner", "targets", "hypothesis", "fault",
                "injected at", "reverted at", "revert verified", "verified by", "result", "why", "judged by");
        draft.faults().forEach(one -> table.row(one.drill(), one.title(), one.kind(), one.owner(), one.targets(),
                one.hypothesis(), one.state(), one.injectedAt(), one.revertedAt(), one.verified(), one.verifiedBy(),
                one.result(), one.resultReason(), one.judgedBy()));
        return table;
    }

    static EvidenceTable clocks(ReportDraft draft) {
        EvidenceTable table = EvidenceTable.of("drill", "clock", "state", "time", "target", "met", "measured by", "marked by",
                "marks differ");
        draft.measurements().drills().forEach(drill -> drill.clocks().forEach(one -> row(table, drill, one)));
        return table;
    }

    private static void row(EvidenceTable table, Measurements.OfDrill drill, Measurements.Time time) {
        table.row(drill.drill(), time.clock(), time.state(), time.length(), time.target(),
                time.target() == null ? null : time.isMet(), time.by(), time.author(), time.differs());
    }

    static EvidenceTable callTrees(ReportDraft draft) {
        EvidenceTable table = EvidenceTable.of("call tree", "subject", "at", "result", "why", "people", "reached",
                "time to first", "time to quorum", "time to all", "broken branches");
        draft.callTrees().forEach(one -> table.row(one.tree(), one.subject(), one.at(), one.result(), one.reason(),
                one.people(), one.reached(), one.toFirst(), one.toQuorum(), one.toAll(), List.copyOf(one.broken())));
        return table;
    }
}
