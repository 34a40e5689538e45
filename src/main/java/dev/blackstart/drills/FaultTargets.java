package dev.blackstart.drills;

import java.util.List;
import java.util.stream.Stream;

import dev.blackstart.catalogue.PlanDocument.SystemUnderTest;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.system.SystemEntry;

/** The systems that a fault touches, with the hosts that belong to them. */
final class FaultTargets {

    private FaultTargets() {
    }

    /** Hosts of the plan and of the directory count, the directory's also under another name of the system. */
    static List<TargetSystem> of(Exercise exercise, List<String> keys) {
        List<SystemUnderTest> planned = exercise.plan().systems();
        List<SystemEntry> known = SystemEntry.amongOrAliased(keys);
        return keys.stream().map(key -> new TargetSystem(key, Stream.concat(
                planned.stream().filter(system -> system.key().equals(key)).flatMap(system -> system.hosts().stream()),
                known.stream().filter(system -> system.key.equals(key) || system.aliasList().contains(key))
                        .flatMap(system -> system.hostList().stream()))
                .distinct().toList())).toList();
    }
}
