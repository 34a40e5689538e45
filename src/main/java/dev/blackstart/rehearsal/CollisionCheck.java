package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.blackstart.catalogue.Body;

/** Two things at one instant: people notice one of them. What is only watched for does not count. */
final class CollisionCheck {

    private CollisionCheck() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        Map<Long, List<RehearsalStep>> at = new TreeMap<>();
        for (RehearsalStep step : it.steps()) {
            if (step.at() != null && !(step.body() instanceof Body.Expectation)) {
                List<RehearsalStep> here = at.computeIfAbsent(step.at(), instant -> new ArrayList<>());
                if (here.stream().noneMatch(other -> other.entry().equals(step.entry()))) {
                    here.add(step);
                }
            }
        }
        return at.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .map(entry -> flaw(it, entry.getKey(), entry.getValue())).toList();
    }

    private static PlanIssue flaw(RehearsalRun it, long position, List<RehearsalStep> steps) {
        String names = String.join(", ", steps.stream().map(step -> "`" + step.entry() + "`").toList());
        return it.flaw("same-instant", steps.get(1), "%s come at one instant, %s, in the plan's order.".formatted(names,
                RehearsalRun.clock(position)),
                "Put a minute between them, or let `%s` wait: after: {item: %s}.".formatted(steps.get(1).entry(),
                        steps.get(0).entry()));
    }
}
