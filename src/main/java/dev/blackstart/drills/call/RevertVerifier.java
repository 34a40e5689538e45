package dev.blackstart.drills.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Journal;
import dev.blackstart.probe.sampling.ProbeHistory;
import dev.blackstart.probe.sampling.ProbeHistory.Continuity;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Ends a revert once the plan's probe has shown that it worked, or when it has not done so in time. */
@ApplicationScoped
class RevertVerifier {

    private static final Duration BY_DEFAULT = Duration.ofSeconds(10);

    private final Faults faults;
    private final ProbeHistory history;
    private final FaultConfig config;
    private final Clock clock;

    RevertVerifier(Faults faults, ProbeHistory history, FaultConfig config, Clock clock) {
        this.faults = faults;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    /** Key of the probe that verifies a drill's revert; null where the plan names none. */
    static String probeOf(PlanDocument.Drill planned) {
        JsonNode verify = planned.revert() == null ? null : planned.revert().get("verify");
        return verify == null ? null : verify.path("probe").asText();
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        for (UUID drill : QuarkusTransaction.requiringNew().call(Drill::awaitingVerification)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> verify(drill));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The revert of drill %s could not be verified; retrying in a second", drill);
            }
        }
    }

    private void verify(UUID id) {
        Exercise exercise = Exercise.lock(Drill.exerciseOf(id));
        Drill drill = Drill.findById(id);
        if (drill.verifySince == null || drill.state != FaultState.REVERTING) {
            return;
        }
        Instant now = clock.instant();
        PlanDocument.Drill planned = Faults.planned(exercise, drill);
        JsonNode wanted = planned.revert().get("verify").get("for");
        Duration length = wanted == null ? BY_DEFAULT : new PlanDuration(wanted.asText()).onClock();
        if (history.insideFor(exercise.id, probeOf(planned), drill.verifySince, length) == Continuity.YES) {
            faults.endRevert(exercise, drill, true, Journal.PLATFORM, now);
        } else if (now.isAfter(drill.verifySince.plus(length).plus(config.verifyTimeout()))) {
            faults.endRevert(exercise, drill, false, Journal.PLATFORM, now);
        }
    }
}
