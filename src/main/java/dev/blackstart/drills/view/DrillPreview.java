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
public class DrillPreview {

    private final Drivers drivers;
    private final Gate gate;

    DrillPreview(Drivers drivers, Gate gate) {
        this.drivers = drivers;
        this.gate = gate;
    }

    /**
     * @param what inject, revert or otherwise
     * @param does a line each; empty for a driver that is switched off
     * @param problems why this installation cannot do it; empty where it can
     */
    public record Action(String what, String driver, List<String> does, List<String> problems) {
    }

    /** A check that would hold the fault now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(String key, String advice) {
    }

    /**
     * @param targets system keys
     * @param drawn how many of them are drawn when the fault is armed, in words; null where all are taken
     * @param checks those that would hold the fault; empty where none would
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Previewed(List<String> targets, String drawn, List<Action> actions, List<Held> checks) {

        /** Why this installation cannot do all of it, a sentence each. */
        public List<String> problems() {
            return actions.stream().flatMap(action -> action.problems().stream()).distinct().toList();
        }
    }

    public Previewed of(Exercise exercise, PlanDocument.Drill drill) {
        List<TargetSystem> targets = FaultTargets.of(exercise, drill.targets());
        List<Action> actions = new ArrayList<>();
        add(actions, "inject", drill.fault(), targets);
        add(actions, "revert", drill.revert(), targets);
        add(actions, "otherwise", drill.otherwise(), targets);
        return new Previewed(drill.targets(), drawn(drill), actions, gate.lookBeforeFault(exercise, drill.key()).stream()
                .map(check -> new Held(check.key().key(), check.answer().advice())).toList());
    }

    private static String drawn(PlanDocument.Drill drill) {
        JsonNode select = drill.fault() == null ? null : drill.fault().get("select");
        if (select == null) {
            return null;
        }
        return select.has("count") ? select.get("count").asText() : select.get("percent").asText() + " %";
    }

    private void add(List<Action> actions, String what, JsonNode settings, List<TargetSystem> targets) {
        if (settings == null || !settings.has("driver")) {
            return;
        }
        String name = settings.get("driver").asText();
        actions.add(drivers.of(settings)
                .map(driver -> new Action(what, name, driver.describe(settings, targets), driver.problems(settings, targets)))
                .orElseGet(() -> new Action(what, name, List.of(), List.of("The driver %s is switched off.".formatted(name)))));
    }
}
