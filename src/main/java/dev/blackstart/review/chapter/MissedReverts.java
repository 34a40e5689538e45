package dev.blackstart.review.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.MissedRevert;

/** Finds the reverts that did not go as planned: what nobody took back in time is the first thing to learn from. */
public final class MissedReverts {

    private MissedReverts() {
    }

    /** @param skipped drills whose revert was skipped @param over after ENDEX everything should be taken back */
    public static List<MissedRevert> of(List<Fault> faults, Set<String> skipped, boolean over) {
        List<MissedRevert> missed = new ArrayList<>();
        for (Fault fault : faults) {
            if (!fault.wasArmed()) {
                continue;
            }
            boolean stands = !fault.state().equals("reverted");
            if (stands && over) {
                missed.add(new MissedRevert(fault.drill(), fault.title(), "not-reverted"));
            }
            if (fault.overdue()) {
                missed.add(new MissedRevert(fault.drill(), fault.title(), "overdue"));
            }
            if (Boolean.FALSE.equals(fault.verified())) {
                missed.add(new MissedRevert(fault.drill(), fault.title(), "not-verified"));
            }
            if (skipped.contains(fault.drill())) {
                missed.add(new MissedRevert(fault.drill(), fault.title(), "skipped"));
            }
        }
        return List.copyOf(missed);
    }
}
