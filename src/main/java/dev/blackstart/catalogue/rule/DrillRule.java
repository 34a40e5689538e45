package dev.blackstart.catalogue.rule;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;
import dev.blackstart.web.Texts;

/** Drills touch systems of the plan, by drivers that are on; what the gate will ask for is told early. */
public class DrillRule implements Rule {

    /** From this intensity on, a drill says how people would know of the fault, and how they get back. */
    private static final int WRITTEN_DOWN = 3;

    private static final Map<String, String> GATE = Map.of(
            "owner", "Nobody owns this drill; the exercise does not start before it has an owner.",
            "revert", "Nothing takes this fault back; the exercise does not start before the drill has a revert.",
            "maxDuration", "This drill has no maxDuration; the exercise does not start without one.");

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        Set<String> systems = plan.texts("systems", "key").collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> probes = plan.texts("probes", "key").collect(Collectors.toCollection(LinkedHashSet::new));
        for (PlanNode offLimits : plan.each("offLimits")) {
            if (offLimits.isText() && !systems.contains(offLimits.text()) && !known.systems().contains(offLimits.text())) {
                remarks.warn(offLimits, "No system '%s' is known; it is kept and protects nothing yet.%s"
                        .formatted(offLimits.text(), meant(offLimits.text(), systems)));
            }
        }
        for (PlanNode objective : plan.each("objectives")) {
            for (PlanNode service : objective.each("services")) {
                if (service.isText() && !known.systems().contains(service.text())) {
                    remarks.warn(service, "No system '%s' is in the directory; coverage cannot show it as a service."
                            .formatted(service.text()));
                }
            }
        }
        Set<String> untouchable = plan.each("offLimits").stream().map(PlanNode::text).filter(systems::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (PlanNode drill : plan.each("drills")) {
            targets(drill, systems, untouchable, remarks);
            action(drill.at("fault"), probes, known, remarks);
            action(drill.at("revert"), probes, known, remarks);
            action(drill.at("revert").at("otherwise"), probes, known, remarks);
            forGate(drill, remarks);
            forSafety(plan, drill, remarks);
            if (!known.alerts() && !drill.each("expects").isEmpty()) {
                remarks.warn(drill.at("expects"), "This installation receives no alerts: the gate's check 'alerts' fails.");
            }
        }
    }

    private static void targets(PlanNode drill, Set<String> systems, Set<String> untouchable, Diagnostics remarks) {
        for (PlanNode target : drill.each("targets")) {
            if (!target.isText()) {
                continue;
            }
            if (!systems.contains(target.text())) {
                remarks.error(target, "There is no system '%s' in this plan.%s".formatted(target.text(),
                        Suggestion.sentence(target.text(), systems)));
            } else if (untouchable.contains(target.text())) {
                remarks.warn(target, "'%s' is off-limits by this plan; the exercise does not start with it."
                        .formatted(target.text()));
            }
        }
        int count = drill.at("fault").at("select").at("count").node().asInt();
        if (count > drill.each("targets").size()) {
            remarks.error(drill.at("fault").at("select").at("count"), "Only %s to draw from."
                    .formatted(Texts.count(drill.each("targets").size(), "target")));
        }
    }

    private static void action(PlanNode action, Set<String> probes, PlanContext known, Diagnostics remarks) {
        PlanNode driver = action.at("driver");
        if (driver.isText() && !known.drivers().contains(driver.text())) {
            remarks.warn(driver, "The driver '%s' is not switched on; the exercise does not start before it is."
                    .formatted(driver.text()));
        }
        probe(action.at("onlyIf"), probes, remarks);
        probe(action.at("verify").at("probe"), probes, remarks);
        PlanTimes.refuseZero(action.at("deadline"), remarks, "A deadline takes some time; write for example PT30S.");
    }

    private static void probe(PlanNode probe, Set<String> probes, Diagnostics remarks) {
        if (probe.isText() && !probes.contains(probe.text())) {
            remarks.error(probe, "There is no probe '%s' in this plan.%s".formatted(probe.text(),
                    Suggestion.sentence(probe.text(), probes)));
        }
    }

    private static void forGate(PlanNode drill, Diagnostics remarks) {
        if (!drill.node().isObject()) {
            return;
        }
        GATE.forEach((key, message) -> {
            if (!drill.at(key).isThere()) {
                remarks.warn(drill, message);
            }
        });
        PlanTimes.refuseZero(drill.at("maxDuration"), remarks, "A fault lasts some time; write for example PT20M.");
    }

    private static void forSafety(PlanNode plan, PlanNode drill, Diagnostics remarks) {
        String environment = drill.text("environment") == null ? plan.text("environment") : drill.text("environment");
        if ("production".equals(environment) && !drill.at("blastRadius").isThere()) {
            remarks.warn(drill, "This drill is in production and has no blastRadius; the exercise does not start without one.");
        }
        if (plan.at("intensity").node().asInt() >= WRITTEN_DOWN) {
            for (String key : List.of("detection", "backout")) {
                if (!drill.at(key).isThere()) {
                    remarks.warn(drill,
                            "From intensity 3 a drill has %s; the exercise does not start without it.".formatted(key));
                }
            }
        }
        boolean guarded = plan.each("roster").stream().anyMatch(seat -> "safety-officer".equals(seat.text("role"))
                && seat.text("person") != null && seat.text("person").equals(drill.text("owner")));
        if (guarded) {
            remarks.warn(drill.at("owner"), "%s is the safety officer and owns no drill; the exercise does not start with it."
                    .formatted(drill.text("owner")));
        }
    }

    private static String meant(String word, Collection<String> candidates) {
        String nearest = Suggestion.nearest(word, candidates);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }
}
