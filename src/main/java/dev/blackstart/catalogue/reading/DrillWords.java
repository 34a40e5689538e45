package dev.blackstart.catalogue.reading;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.BlastRadius;
import dev.blackstart.catalogue.ClockTargets;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Drill;
import dev.blackstart.catalogue.PlanDuration;

/** A drill: what it is about, its fault and its revert step by step. */
public record DrillWords(String key, String title, String hypothesis, List<Fact> facts, List<Fact> fault, List<Fact> revert) {

    static DrillWords of(Drill drill, PlanNames names) {
        PlanDocument plan = names.plan();
        Fact.Facts facts = new Fact.Facts();
        facts.add("Kind", drill.kind().replace('-', ' '));
        facts.add("Touches", names.systems(drill.targets()));
        facts.add("In", plan.environmentOf(drill).name().toLowerCase(Locale.ROOT));
        facts.add("Owner", drill.owner() == null ? "none: the exercise does not start" : names.person(drill.owner()));
        facts.add("Lasts at most", drill.maxDuration() == null ? "no limit is given: the exercise does not start"
                : drill.maxDuration().inWords() + ", then "
                        + (ActionWords.isManual(drill.revert()) ? "control staff revert it by hand"
                                : "the platform reverts it"));
        facts.add("How they would know", drill.detection());
        facts.add("Way back to a safe state", drill.backout());
        facts.add("Blast radius", drill.blastRadius() == null ? null : radius(drill.blastRadius()));
        facts.add("On NO DUFF",
                drill.holdsOnNoDuff() ? "the fault stays until control staff revert it" : "the fault is reverted");
        facts.add("Expected signals", drill.expects().stream().map(DrillWords::signal).collect(Collectors.joining("; ")));
        facts.add("Clock targets", targets(drill.clockTargets()));
        facts.add("Recovered when", drill.recoveredWhen());
        facts.add("Users are expected to experience", drill.userExperience());
        facts.add("Proves corrected", String.join(", ", drill.retests()));
        return new DrillWords(drill.key(), drill.title(), drill.hypothesis(), facts.all(), ActionWords.fault(drill.fault()),
                ActionWords.revert(drill.revert()));
    }

    private static String radius(BlastRadius radius) {
        DecimalFormat percent = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return "at most %s%% of the targets and %s%% of the customers; %s%% stay healthy".formatted(
                percent.format(radius.targets()), percent.format(radius.customers()), percent.format(radius.minHealthy()));
    }

    private static String targets(ClockTargets targets) {
        if (targets == null) {
            return null;
        }
        Map<String, PlanDuration> byName = new LinkedHashMap<>();
        byName.put("detected", targets.detect());
        byName.put("acknowledged", targets.acknowledge());
        byName.put("diagnosed", targets.diagnose());
        byName.put("mitigated", targets.mitigate());
        byName.put("recovered", targets.recover());
        return byName.entrySet().stream().filter(target -> target.getValue() != null)
                .map(target -> target.getKey() + " within " + target.getValue().inWords()).collect(Collectors.joining("; "));
    }

    private static String signal(JsonNode expected) {
        return "alert " + expected.path("alert").asText()
                + (expected.has("within") ? " within " + ActionWords.length(expected.get("within")) : "");
    }
}
