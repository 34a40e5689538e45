package dev.blackstart.drills.check;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.alerting.AlertSource;
import dev.blackstart.catalogue.known.KnownSignals;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.web.Texts;

/** Alerts that drills expect can arrive here: a source was heard from lately. */
@ApplicationScoped
class AlertsCheck implements GateCheck {

    private static final Duration HEARD_WITHIN = Duration.ofHours(24);

    private final Instance<KnownSignals> signals;
    private final Clock clock;

    AlertsCheck(Instance<KnownSignals> signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
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
        if (!(signals.isResolvable() && signals.get().receivesAlerts())) {
            return Answer.fail(
                    "This installation receives no alerts, so it cannot see %s. Take them out of the plan, or note by hand"
                            .formatted(String.join(", ", expected)) + " when they come.");
        }
        List<AlertSource> sources = AlertSource.all();
        if (sources.isEmpty()) {
            return Answer.fail("No alert source was ever heard from. Let one that always fires (a watchdog) send to "
                    + "/api/alerts.");
        }
        AlertSource last = sources.get(0);
        Duration silent = Duration.between(last.lastHeardAt, clock.instant());
        if (silent.compareTo(HEARD_WITHIN) > 0) {
            return Answer.fail(("No alert source was heard from within 24 hours; %s was last, %s ago. Let one that always "
                    + "fires (a watchdog) send to /api/alerts.").formatted(last.name, Texts.rough(silent)));
        }
        return last.truncated == 0 ? Answer.PASS
                : Answer.warn("%s left out %s of its last message; raise max_alerts there, or an expected alert may be missed."
                        .formatted(last.name, Texts.count(last.truncated, "alert")));
    }
}
