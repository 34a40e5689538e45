package dev.blackstart.drills.runbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.blackstart.catalogue.patch.PlanText;
import dev.blackstart.drills.runbook.RunbookView.StepView;

/**
 * What an exercise proposed for the steps of a runbook, put into the text of the plan's newest revision.
 *
 * @param source the plan with every change that can still be made
 */
record RunbookChange(List<Step> steps, String source) {

    /** @param now what the newest revision says; null where it has no such step any more */
    record Step(String key, String now, String proposed) {

        public boolean isGone() {
            return now == null;
        }

        public boolean isThere() {
            return proposed.equals(now);
        }
    }

    /** @param source of the plan's newest revision */
    static RunbookChange of(RunbookView runbook, byte[] source) {
        PlanText text = PlanText.of(source);
        List<Step> steps = new ArrayList<>();
        for (StepView step : runbook.steps()) {
            if (step.proposed() != null) {
                String pointer = pointer(text.tree(), runbook.key(), step.key());
                steps.add(new Step(step.key(), pointer == null ? null : text.tree().at(pointer).asText(), step.proposed()));
                text = pointer == null ? text : text.change(pointer, TextNode.valueOf(step.proposed()));
            }
        }
        return new RunbookChange(steps, new String(text.bytes(), StandardCharsets.UTF_8));
    }

    public boolean isOpen() {
        return steps.stream().anyMatch(step -> !step.isGone() && !step.isThere());
    }

    private static String pointer(JsonNode plan, String runbook, String step) {
        JsonNode runbooks = plan.path("runbooks");
        for (int i = 0; i < runbooks.size(); i++) {
            JsonNode steps = runbooks.get(i).path("steps");
            for (int j = 0; runbook.equals(runbooks.get(i).path("key").asText()) && j < steps.size(); j++) {
                if (step.equals(steps.get(j).path("key").asText())) {
                    return "/runbooks/%d/steps/%d/text".formatted(i, j);
                }
            }
        }
        return null;
    }
}
