package dev.blackstart.drills;

import java.util.List;

import dev.blackstart.catalogue.SystemNames;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;

/** The systems that a fault touches, with the hosts that belong to them, as plan and directory say. */
public final class FaultTargets {

    private FaultTargets() {
    }

    /** Hosts of the plan and of the directory count, the directory's also under another name of the system. */
    public static List<TargetSystem> of(Exercise exercise, List<String> keys) {
        SystemNames names = new SystemNames(exercise.plan());
        return keys.stream().map(key -> new TargetSystem(key, names.hosts(key))).toList();
    }
}
