package dev.blackstart.catalogue.rule;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.blackstart.catalogue.source.PlanNode;

/** Probes measure at a rhythm, and against tolerances that something can meet. */
public class ProbeRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        for (PlanNode probe : plan.each("probes")) {
            PlanTimes.refuseZero(probe.at("every"), remarks, "Sampling takes some time; write for example PT1S.");
            PlanNode tolerance = probe.at("tolerance");
            PlanTimes.refuseZero(tolerance.at("within"), remarks, "No answer comes in no time; write for example PT1S.");
            PlanNode range = tolerance.at("range");
            if (range.node().size() == 2 && range.node().get(0).asDouble() > range.node().get(1).asDouble()) {
                remarks.error(range, "The lowest value comes first: [%s, %s].".formatted(range.node().get(1),
                        range.node().get(0)));
            }
            regex(tolerance.at("body"), remarks);
            measured(probe, known, remarks);
        }
    }

    private static void measured(PlanNode probe, PlanContext known, Diagnostics remarks) {
        String type = probe.text("type");
        if (type == null || known.probes().contains(type)) {
            return;
        }
        remarks.warn(probe.at("type"),
                "This installation measures no %s probes: the gate's check 'probes' fails.".formatted(type));
        if (probe.at("guardrail").isThere()) {
            remarks.warn(probe.at("guardrail"), "Nothing measures this guardrail, so nothing stops the exercise by it.");
        }
    }

    private static void regex(PlanNode body, Diagnostics remarks) {
        if (!body.isText()) {
            return;
        }
        try {
            Pattern.compile(body.text());
        } catch (PatternSyntaxException broken) {
            remarks.error(body, "Invalid regular expression: %s.".formatted(broken.getDescription()));
        }
    }
}
