package dev.blackstart.drills.view;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.FaultTargets;
import dev.blackstart.driver.Drivers;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.gate.Gate;

/** Says what a drill would do now, without touching anything. */
@ApplicationScoped
class DrillPreview {

    private final Drivers drivers;
    private final Gate gate;

    DrillPreview(Drivers drivers, Gate gate) {
        this.drivers = drivers;
        this.gate = gate;
    }

    /** @param what inject, revert or otherwise @param does a line each; empty for a driver that is switched off */
    record Action(String what, String driver, List<String> does) {
    }

    /** A check that would hold the fault now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(String key, String advice) {
    }

    /** @param targets system keys @param checks those that would hold the fault; empty where none would */
    record Previewed(List<String> targets, List<Action> actions, List<Held> checks) {
    }

    Previewed of(Exercise exercise, PlanDocument.Drill drill) {
        List<TargetSystem> targets = FaultTargets.of(exercise, drill.targets());
        List<Action> actions = new ArrayList<>();
        add(actions, "inject", drill.fault(), targets);
        add(actions, "revert", drill.revert(), targets);
        add(actions, "otherwise", drill.otherwise(), targets);
        return new Previewed(drill.targets(), actions, gate.lookBeforeFault(exercise, drill.key()).stream()
                .map(check -> new Held(check.key().key(), check.answer().advice())).toList());
    }

    private void add(List<Action> actions, String what, JsonNode settings, List<TargetSystem> targets) {
        if (settings != null && settings.has("driver")) {
            actions.add(new Action(what, settings.get("driver").asText(),
                    drivers.of(settings).map(driver -> driver.describe(settings, targets)).orElse(List.of())));
        }
    }
}
