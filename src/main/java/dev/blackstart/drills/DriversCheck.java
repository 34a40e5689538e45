package dev.blackstart.drills;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;

/** What the drills are done with is switched on here. */
@ApplicationScoped
class DriversCheck implements GateCheck {

    private final Drivers drivers;

    DriversCheck(Drivers drivers) {
        this.drivers = drivers;
    }

    @Override
    public GateKey key() {
        return GateKey.DRIVERS;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<String> off = exercise.plan().drills().stream()
                .flatMap(drill -> Stream.of(drill.fault(), drill.revert(),
                        drill.revert() == null ? null : drill.revert().get("otherwise")))
                .filter(settings -> settings != null && settings.has("driver"))
                .map(settings -> settings.get("driver").asText())
                .filter(name -> !drivers.switchedOn().contains(name)).distinct().sorted().toList();
        if (exercise.plan().drills().isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        return off.isEmpty() ? Answer.PASS
                : Answer.fail("Switch on the drivers or use manual: " + String.join(", ", off) + ".");
    }
}
