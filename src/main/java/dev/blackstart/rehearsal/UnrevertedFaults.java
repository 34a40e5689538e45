package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.blackstart.catalogue.Body;

/** Faults that the timeline does not take back in time. */
final class UnrevertedFaults {

    private static final String KIND = "fault-left";

    private UnrevertedFaults() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        List<PlanIssue> flaws = new ArrayList<>();
        for (RehearsalStep step : it.steps()) {
            if (step.body() instanceof Body.Drill drill) {
                PlanIssue flaw = flaw(it, step, drill.drill());
                if (flaw != null) {
                    flaws.add(flaw);
                }
            }
        }
        return flaws;
    }

    private static PlanIssue flaw(RehearsalRun it, RehearsalStep step, String drill) {
        List<RehearsalStep> reverts = it.steps().stream()
                .filter(one -> one.body() instanceof Body.Revert revert && revert.drill().equals(drill)).toList();
        if (reverts.isEmpty()) {
            return it.flaw(KIND, step, "No item of the timeline reverts it; it stands until ENDEX or its longest duration.",
                    "Add an item `revert: " + drill + "` before ENDEX.");
        }
        RehearsalStep first = reverts.stream().filter(one -> it.forecast().earliest(one) != null)
                .min(Comparator.comparing(it.forecast()::earliest)).orElse(null);
        if (first == null) {
            return it.flaw(KIND, step, "Its revert `" + reverts.get(0).key() + "` never comes.",
                    "Give `" + reverts.get(0).entry() + "` an at or an orAt before ENDEX.");
        }
        long back = it.forecast().earliest(first);
        if (it.end() != null && back > it.end() && !first.wasReleased()) {
            return it.flaw(KIND, step, "Its revert `%s` comes at %s, after ENDEX at %s.".formatted(first.key(),
                    RehearsalRun.clock(back), RehearsalRun.clock(it.end())), "Move `" + first.entry() + "` before ENDEX.");
        }
        Long longest = it.plan().drill(drill).map(one -> RehearsalStep.micros(one.maxDuration())).orElse(null);
        Long begun = it.forecast().earliest(step);
        if (longest != null && begun != null && first.at() != null && back - begun > longest) {
            return it.flaw(KIND, step, "The platform reverts it at %s, when its longest duration is over; `%s` comes at %s."
                    .formatted(RehearsalRun.clock(begun + longest), first.key(), RehearsalRun.clock(back)),
                    "Raise maxDuration, or let `" + first.entry() + "` come earlier.");
        }
        return it.happened().byItself() && it.happened().leftAtEnd().contains(drill) && reverts.stream()
                .map(RehearsalStep::released).noneMatch(Objects::nonNull)
                        ? it.flaw(KIND, step, "It still stood at ENDEX: what its revert `" + first.key()
                                + "` waits for did not happen.", "Give `" + first.entry() + "` an orAt before ENDEX.")
                        : null;
    }
}
