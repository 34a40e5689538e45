package dev.blackstart.drills;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanDocument;
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
            JsonNode settings = AttemptSettings.of(exercise, drill, attempt.action);
            attempt.begin(process, config.lease(), AttemptSettings.timeout(settings, config.timeout()), at);
            return claimed(exercise, drill, attempt, settings);
        });
    }

    private ClaimedCall claimed(Exercise exercise, Drill drill, FaultAttempt attempt, JsonNode settings) {
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
                throw new DriverFailed("The call was given up before it touched the target.", (String) null);
            }
            Drill.<Drill> findById(attempt.drillId).savedState = state.toString();
        });
    }

    void ended(UUID id, UUID process, CallOutcome outcome) {
        change(id, (exercise, attempt) -> {
            Drill drill = Drill.findById(attempt.drillId);
            if (attempt.isOwnedBy(process)) {
                outcomes.apply(exercise, drill, attempt, outcome, clock.instant());
            } else {
                outcomes.late(exercise, drill, attempt, outcome, clock.instant());
            }
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

    /** @return the call whose owner is gone, so that what is left of it here can be ended; null where it was heard of again */
    ClaimedCall takeOver(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = lockExerciseOf(id);
            FaultAttempt attempt = FaultAttempt.findById(id);
            Instant at = clock.instant();
            if (attempt.state != AttemptState.RUNNING || !attempt.leaseUntil.isBefore(at)) {
                return null;
            }
            Drill drill = Drill.findById(attempt.drillId);
            outcomes.apply(exercise, drill, attempt, CallOutcome.unknown("The platform stopped during the call."), at);
            deadlinesChanged.fire(new DeadlinesChanged(exercise));
            return claimed(exercise, drill, attempt, AttemptSettings.of(exercise, drill, attempt.action));
        });
    }

    private void change(UUID id, BiConsumer<Exercise, FaultAttempt> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = lockExerciseOf(id);
            change.accept(exercise, FaultAttempt.findById(id));
            deadlinesChanged.fire(new DeadlinesChanged(exercise));
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
