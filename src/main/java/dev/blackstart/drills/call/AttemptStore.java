package dev.blackstart.drills.call;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.AttemptSettings;
import dev.blackstart.drills.AttemptState;
import dev.blackstart.drills.DeadlinesChanged;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.FaultTargets;
import dev.blackstart.drills.Faults;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.exercise.Exercise;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The steps of a call that are written down, each in a transaction of its own, none of which is open while a driver works. */
@ApplicationScoped
class AttemptStore {

    private final Clock clock;
    private final FaultConfig config;
    private final AttemptOutcomes outcomes;
    private final ObjectMapper json;
    private final Event<DeadlinesChanged> deadlinesChanged;

    AttemptStore(Clock clock, FaultConfig config, AttemptOutcomes outcomes, ObjectMapper json,
            Event<DeadlinesChanged> deadlinesChanged) {
        this.clock = clock;
        this.config = config;
        this.outcomes = outcomes;
        this.json = json;
        this.deadlinesChanged = deadlinesChanged;
    }

    List<UUID> due() {
        return QuarkusTransaction.requiringNew().call(() -> FaultAttempt.due(clock.instant()));
    }

    /** For this process alone until its lease is over; null where somebody else has it, or it is not wanted any more. */
    ClaimedCall claim(UUID id, UUID process) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = lockExerciseOf(id);
            FaultAttempt attempt = FaultAttempt.findById(id);
            Drill drill = Drill.findById(attempt.drillId);
            Instant at = clock.instant();
            if (attempt.state != AttemptState.REQUESTED
                    || !FaultAttempt.of(drill.id, AttemptState.RUNNING).isEmpty()) {
                return null;
            }
            if (!isWanted(attempt, drill)) {
                attempt.end(AttemptState.CANCELLED, null, null, at);
                return null;
            }
            ClaimedCall call = call(exercise, drill, attempt);
            attempt.begin(process, config.lease(), call.timeout(), at);
            return call;
        });
    }

    private ClaimedCall call(Exercise exercise, Drill drill, FaultAttempt attempt) {
        JsonNode settings = AttemptSettings.of(exercise, drill, attempt.action);
        PlanDocument.Drill planned = Faults.planned(exercise, drill);
        JsonNode onlyIf = settings.hasNonNull("onlyIf") ? exercise.plan().probe(settings.get("onlyIf").asText()).orElse(null)
                : null;
        return new ClaimedCall(attempt.id, drill.id, attempt.action, settings, onlyIf, planned.revert(),
                Faults.longest(exercise, planned), FaultTargets.of(exercise, drill.targets(planned)),
                AttemptSettings.timeout(settings, config.timeout()), read(drill.savedState));
    }

    /** What was decided after the call was asked for may have made it pointless. */
    private static boolean isWanted(FaultAttempt attempt, Drill drill) {
        return switch (attempt.action) {
            case INJECT -> drill.state == FaultState.ARMED;
            case REVERT, OTHERWISE -> drill.state == FaultState.REVERTING || drill.state == FaultState.FAILED;
            case REVERT_AGAIN, DISARM -> drill.state != FaultState.HANDED_OVER;
        };
    }

    /** @throws DriverFailed where the call was given up meanwhile, or the state cannot be stored */
    void save(UUID id, UUID process, JsonNode state) {
        QuarkusTransaction.requiringNew().run(() -> {
            lockExerciseOf(id);
            FaultAttempt attempt = FaultAttempt.findById(id);
            if (!attempt.isOwnedBy(process)) {
                throw new DriverFailed("The call was given up before it touched the target.");
            }
            Drill.<Drill> findById(attempt.drillId).savedState = state.toString();
        });
    }

    void ended(UUID id, UUID process, CallOutcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = lockExerciseOf(id);
            FaultAttempt attempt = FaultAttempt.findById(id);
            Drill drill = Drill.findById(attempt.drillId);
            if (attempt.isOwnedBy(process)) {
                outcomes.apply(exercise, drill, attempt, outcome, clock.instant());
            } else {
                outcomes.late(exercise, drill, attempt, outcome, clock.instant());
            }
            deadlinesChanged.fire(new DeadlinesChanged(exercise));
        });
    }

    void heartbeat(UUID process) {
        QuarkusTransaction.requiringNew()
                .run(() -> FaultAttempt.renewLeases(process, clock.instant().plus(config.lease())));
    }

    List<UUID> overtaken(UUID process) {
        return QuarkusTransaction.requiringNew().call(() -> FaultAttempt.overtaken(process));
    }

    List<UUID> ownerless() {
        return QuarkusTransaction.requiringNew().call(() -> FaultAttempt.ownerless(clock.instant()));
    }

    /** Read without a lock: a call is what its plan says, whoever owns it. */
    ClaimedCall abandoned(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            FaultAttempt attempt = FaultAttempt.findById(id);
            return call(Exercise.findById(attempt.exerciseId), Drill.findById(attempt.drillId), attempt);
        });
    }

    /** Its owner is gone: its outcome is unknown from here on. Does nothing where the owner was heard of again. */
    void giveUp(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = lockExerciseOf(id);
            FaultAttempt attempt = FaultAttempt.findById(id);
            Instant at = clock.instant();
            if (attempt.state == AttemptState.RUNNING && attempt.leaseUntil.isBefore(at)) {
                outcomes.apply(exercise, Drill.findById(attempt.drillId), attempt,
                        CallOutcome.unknown("The platform stopped during the call."), at);
                deadlinesChanged.fire(new DeadlinesChanged(exercise));
            }
        });
    }

    /** Nothing of the exercise may have been read before its lock is held. */
    private static Exercise lockExerciseOf(UUID attempt) {
        return Exercise.lock(FaultAttempt.getEntityManager()
                .createQuery("select a.exerciseId from FaultAttempt a where a.id = ?1", UUID.class).setParameter(1, attempt)
                .getSingleResult());
    }

    private JsonNode read(String saved) {
        try {
            return saved == null ? null : json.readTree(saved);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
