package dev.blackstart.review.chapter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.followup.Followups;
import dev.blackstart.review.draft.ReportDraft.Action;
import dev.blackstart.review.draft.ReportDraft.Chain;
import dev.blackstart.review.draft.ReportDraft.Defect;
import dev.blackstart.review.draft.ReportDraft.Followup;
import dev.blackstart.review.draft.ReportDraft.Triage;

/** What has become of findings: the worst defects, who owes what by when, and each chain from finding to proof. */
public final class FollowupChapter {

    private static final String NO_SEVERITY = "sev9";

    /** Nothing is owed any more. */
    private static final Set<String> SETTLED = Set.of("done", "verified", "dropped");

    private final Followups.Followup told;
    private final ZoneId zone;
    private final Instant asOf;

    public FollowupChapter(Followups.Followup told, ZoneId zone, Instant asOf) {
        this.told = told;
        this.zone = zone;
        this.asOf = asOf;
    }

    /** Defects by severity, actions by due date. */
    public Followup followup() {
        List<Followups.Chain> own = told.defects().stream()
                .sorted(Comparator.comparing(defect -> defect.severity() == null ? NO_SEVERITY : defect.severity())).toList();
        List<Action> actions = own.stream().flatMap(defect -> defect.actions().stream()).map(this::action)
                .sorted(Comparator.comparing((Action action) -> SETTLED.contains(action.state()))
                        .thenComparing(Action::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Followup(own.stream().map(FollowupChapter::defect).toList(), actions,
                own.stream().map(this::chain).toList(), told.findings().stream().collect(Collectors.toMap(
                        one -> one.finding().toString(), one -> new Triage(one.state(), one.kind(), one.severity()))));
    }

    private static Defect defect(Followups.Chain defect) {
        return new Defect(address(defect), defect.title(), defect.severity(), defect.state());
    }

    private Chain chain(Followups.Chain defect) {
        return new Chain(address(defect), defect.reference(), defect.title(), defect.state(),
                told.findings().stream().filter(finding -> defect.reference().equals(finding.defect()))
                        .map(Followups.Triaged::text).toList(),
                defect.actions().stream().map(this::action).toList(),
                defect.retests().stream().map(FollowupChapter::proof).toList());
    }

    private static String proof(Followups.Proof proof) {
        return proof.exercise() == null ? "Another exercise: " + proof.result()
                : proof.exercise() + ": " + proof.name() + " " + proof.result();
    }

    private Action action(Followups.Action action) {
        LocalDate due = action.due() == null ? null : action.due().atZone(zone).toLocalDate();
        return new Action("/actions/" + action.id(), action.title(), action.owner(), due, action.state(),
                action.due() != null && action.due().isBefore(asOf) && !SETTLED.contains(action.state()));
    }

    private static String address(Followups.Chain defect) {
        return "/defects/" + defect.id();
    }
}
