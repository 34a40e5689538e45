package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.catalogue.TimelineEntry.Is;
import dev.blackstart.conduct.ItemState;

/** What waits for a condition that cannot come true, in this plan or in any rehearsal of it. */
final class Contingencies {

    private static final String NEVER = "never-comes";

    private Contingencies() {
    }

    static List<Flaw> look(Rehearsed it) {
        List<Flaw> flaws = new ArrayList<>();
        for (Step step : it.steps()) {
            Flaw flaw = step.wasReleased() || step.state() == ItemState.SKIPPED ? null : flaw(it, step);
            if (flaw != null) {
                flaws.add(flaw);
            }
        }
        it.plan().timeline().stream().filter(entry -> it.steps().stream().noneMatch(step -> step.entry().equals(entry.key())))
                .forEach(entry -> flaws.add(new Flaw(NEVER, null, entry.body().inWords(it.plan()),
                        "`" + entry.key() + "` is for each team, and no team plays.",
                        "Seat players of a team, or take forEach off.")));
        return flaws;
    }

    /** Null where it can come. */
    static Flaw flaw(Rehearsed it, Step step) {
        Long earliest = it.forecast().earliest(step);
        if (earliest != null && (it.end() == null || earliest <= it.end())) {
            return null;
        }
        if (step.after() != null && step.after().orAt() == null) {
            List<Flaw> reasons = step.after().items().stream().map(key -> reason(it, step, key)).filter(Objects::nonNull)
                    .toList();
            if (!reasons.isEmpty()) {
                return reasons.get(0);
            }
        }
        return it.flaw(NEVER, step, "It comes at " + Rehearsed.clock(earliest) + " at the earliest, and ENDEX at "
                + Rehearsed.clock(it.end()) + ".", "Let it come before ENDEX, or move ENDEX.");
    }

    private static Flaw reason(Rehearsed it, Step step, String key) {
        Step other = it.forecast().step(key);
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
                        after.is().name().toLowerCase(), Rehearsed.clock(fulfilled), Rehearsed.clock(it.end())),
                        "Let `" + other.entry() + "` come earlier, shorten its within, or move ENDEX.");
    }
}
