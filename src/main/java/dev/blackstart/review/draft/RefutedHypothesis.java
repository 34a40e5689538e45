package dev.blackstart.review.draft;

import java.util.List;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.journal.Journal;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.Finding;

/**
 * A drill that showed its hypothesis to be wrong: what an exercise is for, and its most valuable result (R67).
 *
 * @param hypothesis what should have happened
 * @param reason what was seen instead, or null
 * @param finders person keys of those who logged what they saw of it, in that order; the anonymous are not among them
 * @param anonymous whether somebody found it who did not want to be named
 */
public record RefutedHypothesis(String title, String hypothesis, String reason, List<String> finders, boolean anonymous) {

    static List<RefutedHypothesis> of(ReportDraft draft) {
        return draft.result().faults().stream()
                .filter(fault -> DrillResult.FAILED.key().equals(fault.result()) && fault.hypothesis() != null)
                .map(fault -> of(fault, draft.findings())).toList();
    }

    private static RefutedHypothesis of(Fault fault, List<Finding> findings) {
        List<String> by = findings.stream()
                .filter(finding -> fault.drill().equals(finding.drill()) && !"dismissed".equals(finding.state()))
                .map(Finding::by).distinct().toList();
        return new RefutedHypothesis(fault.title(), fault.hypothesis(), fault.resultReason(),
                by.stream().filter(one -> !one.equals(Journal.ANONYMOUS) && !one.equals(Journal.PLATFORM)).toList(),
                by.contains(Journal.ANONYMOUS));
    }

    /** Whether there is somebody to thank. */
    public boolean isFoundBySomebody() {
        return anonymous || !finders.isEmpty();
    }

    /** As they are thanked: names, and those who gave none. */
    public String thanked(DirectoryNames names) {
        String named = names.all(finders);
        if (!anonymous) {
            return named;
        }
        return finders.isEmpty() ? "somebody who did not want to be named"
                : named + " and somebody who did not want to be named";
    }
}
