package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.drills.view.DrillPreview.Previewed;

/** Drills that this installation could not execute if the exercise were conducted now. */
final class UnexecutableDrills {

    private static final String KIND = "not-executable";

    private UnexecutableDrills() {
    }

    /** @param previews by key of the drill */
    static List<PlanIssue> look(RehearsalRun it, Map<String, Previewed> previews) {
        List<PlanIssue> issues = new ArrayList<>();
        for (RehearsalStep step : it.steps()) {
            if (step.body() instanceof Body.Drill drill && previews.containsKey(drill.drill())) {
                List<String> problems = previews.get(drill.drill()).problems();
                if (!problems.isEmpty()) {
                    issues.add(it.flaw(KIND, step, "This installation cannot execute it: " + String.join(" ", problems),
                            "Configure what is missing, correct the drill's settings, or use the driver manual."));
                }
            }
        }
        return issues;
    }
}
