package dev.blackstart.drills;

import java.util.List;

import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;

/** The systems that a fault touches, with the hosts that belong to them. */
final class FaultTargets {

    private FaultTargets() {
    }

    static List<TargetSystem> of(Exercise exercise, List<String> keys) {
        return keys.stream().map(key -> new TargetSystem(key, List.of())).toList();
    }
}
