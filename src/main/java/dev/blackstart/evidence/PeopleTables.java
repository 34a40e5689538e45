package dev.blackstart.evidence;

import java.time.Duration;

import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Attendance;

/** Approvals, overrides and people of an exercise as tables. */
final class PeopleTables {

    private final ReportDraft draft;
    private final DirectoryNames names;

    PeopleTables(ReportDraft draft, DirectoryNames names) {
        this.draft = draft;
        this.names = names;
    }

    EvidenceTable approvals() {
        EvidenceTable table = EvidenceTable.of("at", "person", "name", "decision", "comment");
        draft.readiness().approvals().forEach(one -> table.row(one.at(), one.by(), names.of(one.by()), one.decision(),
                one.comment()));
        return table;
    }

    EvidenceTable overrides() {
        EvidenceTable table = EvidenceTable.of("at", "exercise clock", "by", "name", "checks", "reason");
        draft.overrides().forEach(one -> table.row(one.at(), one.clock(), one.by(), names.of(one.by()), one.checks(),
                one.reason()));
        return table;
    }

    /** Shifts are positions of the exercise clock. */
    EvidenceTable roster() {
        EvidenceTable table = EvidenceTable.of("person", "name", "teams", "role", "from", "until");
        for (Attendance one : draft.attendance()) {
            one.seats().forEach(seat -> table.row(one.person(), names.of(one.person()), one.teams(), seat.role(), seat.from(),
                    seat.until()));
        }
        return table;
    }

    EvidenceTable rosterChanges() {
        EvidenceTable table = EvidenceTable.of("at", "exercise clock", "change", "person", "role", "from", "until", "by");
        draft.rosterChanges().forEach(one -> table.row(one.at(), one.clock(), one.change(), one.person(), one.role(),
                one.from(), one.until(), one.by()));
        return table;
    }

    EvidenceTable attendance() {
        EvidenceTable table = EvidenceTable.of("person", "name", "teams", "roles", "out of play",
                "here since", "findings", "replies",
                "notes", "other actions");
        draft.attendance().forEach(one -> table.row(one.person(), names.of(one.person()), one.teams(),
                one.seats().stream().map(ReportDraft.Seat::role).distinct().toList(), one.outOfPlay(), one.checkedInAt(),
                one.findings(),
                one.replies(), one.notes(), one.acts()));
        return table;
    }

    /** One line of the table of a period. */
    Object[] summary(String folder, String report) {
        ReportDraft.Header of = draft.exercise();
        Duration length = of.total();
        return new Object[] { folder, of.name(), of.plan(), of.revision(), of.type().name().toLowerCase().replace('_', '-'),
                of.environment().name().toLowerCase(), of.intensity(), of.startedAt(), of.endedAt(), length, of.outcome(),
                draft.faults().stream().filter(fault -> fault.injectedAt() != null).count(),
                draft.followup().defects().size(), draft.followup().actions().size(), report };
    }
}
