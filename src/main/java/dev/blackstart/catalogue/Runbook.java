package dev.blackstart.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A procedure that people follow during the exercise; its steps are recorded as they do. @param url where it is kept, or null
 */
public record Runbook(String key, String title, String url, List<Step> steps) {

    public Runbook {
        steps = PlanDocument.orEmpty(steps);
    }

    /** @param expected how long it takes, or null */
    public record Step(String key, String text, PlanDuration expected) {
    }

    public Optional<Step> step(String stepKey) {
        return steps.stream().filter(step -> step.key().equals(stepKey)).findFirst();
    }
}
