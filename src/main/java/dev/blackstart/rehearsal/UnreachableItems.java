package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.catalogue.TimelineEntry.Is;
import dev.blackstart.conduct.ItemState;

/** What waits for a condition that cannot come true, in this plan or in any rehearsal of it. */
final class UnreachableItems {

    private static final String NEVER = "never-comes";

    private UnreachableItems() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        List<PlanIssue> flaws = new ArrayList<>();
        for (RehearsalStep step : it.steps()) {
            PlanIssue flaw = step.wasReleased() || step.state() == ItemState.SKIPPED ? null : flaw(it, step);
            if (flaw != null) {
                flaws.add(flaw);
            }
        }
        it.plan().timeline().stream().filter(entry -> it.steps().stream().noneMatch(step -> step.entry().equals(entry.key())))
                .forEach(entry -> flaws.add(new PlanIssue(NEVER, null, entry.body().inWords(it.plan()),
                        "`" + entry.key() + "` is for each team, and no team plays.",
                        "Seat players of a team, or take forEach off.")));
        return flaws;
    }

    /** Null where it can come. */
    static PlanIssue flaw(RehearsalRun it, RehearsalStep step) {
        Long earliest = it.forecast().earliest(step);
        if (earliest != null && (it.end() == null || earliest <= it.end())) {
            return null;
        }
        if (step.after() != null && step.after().reality() != null && earliest == null) {
            return it.flaw(NEVER, step, "It waits until " + step.after().reality().inWords(it.plan())
                    + ", and no item injects that fault.", "Put the drill on the timeline, or give this an orAt.");
        }
        if (step.after() != null && step.after().orAt() == null) {
            List<PlanIssue> reasons = step.after().items().stream().map(key -> reason(it, step, key)).filter(Objects::nonNull)
                    .toList();
            if (!reasons.isEmpty()) {
                return reasons.get(0);
            }
        }
        return it.flaw(NEVER, step, "It comes at " + RehearsalRun.clock(earliest) + " at the earliest, and ENDEX at "
                + RehearsalRun.clock(it.end()) + ".", "Move it before ENDEX, or move ENDEX.");
    }

    private static PlanIssue reason(RehearsalRun it, RehearsalStep step, String key) {
        RehearsalStep other = it.forecast().step(key);
        After after = step.after();
        if (other == null) {
            return it.flaw(NEVER, step, "It waits for `" + key + "`, which is not on the timeline: nobody of that team plays.",
                    "Seat a player of that team, or wait for another team's item.");
        }
        if (after.is() == Is.MISSED && "met".equals(other.assume())) {
            return it.flaw("not-rehearsed", step, "It waits for `" + key + "` to be missed, and rehearsals assume that met.",
                    "Write assume: missed at `" + other.entry() + "` and rehearse once more.");
        }
        if (after.is() == Is.COMPLETED && "missed".equals(other.assume())) {
            return it.flaw("not-rehearsed", step, "It waits for `" + key + "` to be met, and rehearsals assume that missed.",
                    "Write assume: met at `" + other.entry() + "` and rehearse once more.");
        }
        if (after.is() == Is.MISSED && other.within() == null) {
            return it.flaw(NEVER, step, "`" + key + "` has no `within`, so it is never missed by itself.",
                    "Give `" + other.entry() + "` a within, for example PT10M.");
        }
        Long fulfilled = it.forecast().fulfilled(other, after);
        if (fulfilled == null) {
            return it.flaw(NEVER, step, "It waits for `" + key + "`, which never comes itself.",
                    "Mend `" + other.entry() + "` first.");
        }
        return it.end() == null || fulfilled <= it.end() ? null
                : it.flaw(NEVER, step, "`%s` would be %s at %s at the earliest, after ENDEX at %s.".formatted(key,
                        after.is().name().toLowerCase(), RehearsalRun.clock(fulfilled), RehearsalRun.clock(it.end())),
                        "Let `" + other.entry() + "` come earlier, shorten its within, or move ENDEX.");
    }
}
