package dev.blackstart.drills;

import java.util.List;

import dev.blackstart.catalogue.PlanDocument.SystemUnderTest;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;

/** The systems that a fault touches, with the hosts that belong to them. */
final class FaultTargets {

    private FaultTargets() {
    }

    static List<TargetSystem> of(Exercise exercise, List<String> keys) {
        List<SystemUnderTest> systems = exercise.plan().systems();
        return keys.stream().map(key -> new TargetSystem(key,
                systems.stream().filter(system -> system.key().equals(key)).flatMap(system -> system.hosts().stream())
                        .toList()))
                .toList();
    }
}
