package dev.blackstart.drills;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.catalogue.rule.KnownSignals;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;

/** Alerts that drills expect can arrive here. */
@ApplicationScoped
class AlertsCheck implements GateCheck {

    private final Instance<KnownSignals> signals;

    AlertsCheck(Instance<KnownSignals> signals) {
        this.signals = signals;
    }

    @Override
    public GateKey key() {
        return GateKey.ALERTS;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<String> expected = exercise.plan().drills().stream().flatMap(drill -> drill.expects().stream())
                .map(alert -> alert.path("alert").asText()).distinct().toList();
        if (expected.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        return signals.isResolvable() && signals.get().receivesAlerts() ? Answer.PASS
                : Answer.fail(
                        "This installation receives no alerts, so it cannot see %s. Take them out of the plan, or note by hand"
                                .formatted(String.join(", ", expected)) + " when they come.");
    }
}
