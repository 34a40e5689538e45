package dev.blackstart.catalogue.rule;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/** What is measured and recorded on the day can be: clock targets follow each other, and keys are unique. */
public class MeasurementRule implements Rule {

    /** In the order in which they are reached. */
    private static final List<String> CLOCKS = List.of("detect", "acknowledge", "diagnose", "mitigate", "recover");

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        Set<String> probes = plan.texts("probes", "key").collect(Collectors.toSet());
        for (PlanNode drill : plan.each("drills")) {
            targets(drill.at("clockTargets"), remarks);
            recovered(drill.at("recoveredWhen"), probes, remarks);
            once(drill.each("expects"), "alert", "The alert '%s' is expected twice.", remarks);
            drill.each("expects").forEach(expected -> PlanTimes.refuseZero(expected.at("within"), remarks,
                    "An alert takes some time; write for example PT2M."));
        }
        once(plan.at("scenario").each("failureModes"), "key", "The failure mode '%s' is there twice.", remarks);
        once(plan.each("runbooks"), "key", "The runbook '%s' is there twice.", remarks);
        for (PlanNode runbook : plan.each("runbooks")) {
            once(runbook.each("steps"), "key", "The step '%s' is there twice.", remarks);
        }
    }

    private static void targets(PlanNode targets, Diagnostics remarks) {
        Duration before = null;
        for (String clock : CLOCKS) {
            PlanNode target = targets.at(clock);
            PlanTimes.refuseZero(target, remarks, "A target takes some time; write for example PT5M.");
            Duration length = PlanTimes.of(target);
            if (length != null && before != null && length.compareTo(before) < 0) {
                remarks.warn(target, "This target is shorter than the one before it; all count from the injection.");
            }
            before = length == null ? before : length;
        }
    }

    /** One word that is no probe's key is most likely a misspelled one. */
    private static void recovered(PlanNode when, Set<String> probes, Diagnostics remarks) {
        String text = when.text();
        if (text != null && text.matches("[a-z0-9][a-z0-9-]*") && !probes.contains(text)) {
            remarks.warn(when, "No probe has the key '%s', so a person judges it as a sentence.%s".formatted(text,
                    Suggestion.sentence(text, probes)));
        }
    }

    private static void once(List<PlanNode> all, String field, String message, Diagnostics remarks) {
        Set<String> seen = new HashSet<>();
        for (PlanNode one : all) {
            String name = one.text(field);
            if (name != null && !seen.add(name)) {
                remarks.error(one.at(field), message.formatted(name));
            }
        }
    }
}
