package dev.blackstart.review.chapter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.followup.Followups;
import dev.blackstart.followup.defect.RiskRank;
import dev.blackstart.problem.Choice;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.FollowupDraft.Action;
import dev.blackstart.review.draft.FollowupDraft.Chain;
import dev.blackstart.review.draft.FollowupDraft.Defect;
import dev.blackstart.review.draft.FollowupDraft.Triage;

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

    /**
     * Defects by severity; actions by the risk that they remove, the severity of what they correct, then by due date. Those
     * that are settled come last.
     */
    public FollowupDraft followup() {
        List<Followups.Chain> own = told.defects().stream()
                .sorted(Comparator.comparing(defect -> defect.severity() == null ? NO_SEVERITY : defect.severity())).toList();
        List<Action> actions = own.stream()
                .flatMap(defect -> defect.actions().stream().map(action -> action(action, defect)))
                .sorted(Comparator.comparing((Action action) -> SETTLED.contains(action.state()))
                        .thenComparing(action -> Choice.of("rank", RiskRank.class, action.rank()))
                        .thenComparing(Action::severity, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Action::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new FollowupDraft(own.stream().map(FollowupChapter::defect).toList(), actions,
                own.stream().map(this::chain).toList(), told.findings().stream().collect(Collectors.toMap(
                        one -> one.finding().toString(),
                        one -> new Triage(one.state(), one.kind(), one.severity(), one.defect(), one.reason(), one.by()))));
    }

    private static Defect defect(Followups.Chain defect) {
        return new Defect(address(defect), defect.title(), defect.severity(), defect.state());
    }

    private Chain chain(Followups.Chain defect) {
        return new Chain(address(defect), defect.reference(), defect.title(), defect.text(), defect.severity(), defect.state(),
                defect.exposedBy(), defect.principle(), defect.systems(), defect.contributingFactors(), accepted(defect),
                told.findings().stream().filter(finding -> defect.reference().equals(finding.defect()))
                        .map(Followups.Triaged::text).toList(),
                defect.actions().stream().map(action -> action(action, defect)).toList(),
                defect.retests().stream().map(FollowupChapter::proof).toList());
    }

    private static String proof(Followups.Proof proof) {
        return proof.exercise() == null ? "Another exercise: " + proof.result()
                : proof.exercise() + ": " + proof.name() + " " + proof.result();
    }

    private String accepted(Followups.Chain defect) {
        return defect.acceptedUntil() == null ? null
                : defect.acceptedReason() + " (until " + day(defect.acceptedUntil()) + ")";
    }

    private LocalDate day(Instant at) {
        return at == null ? null : at.atZone(zone).toLocalDate();
    }

    private Action action(Followups.Action action, Followups.Chain defect) {
        LocalDate due = day(action.due());
        return new Action("/actions/" + action.id(), action.title(), action.owner(), due, action.state(),
                action.due() != null && action.due().isBefore(asOf) && !SETTLED.contains(action.state()), action.kind(),
                defect.reference(), defect.severity(), defect.rank(), action.link(), day(action.openedAt()),
                day(action.doneAt()));
    }

    private static String address(Followups.Chain defect) {
        return "/defects/" + defect.id();
    }
}
