package dev.blackstart.calling;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.problem.Problem;

/** What control staff do with whole trees. */
@ApplicationScoped
public class ManualActivations {

    private final Clock clock;
    private final Calls calls;
    private final Event<CallsMoved> moved;

    ManualActivations(Clock clock, Calls calls, Event<CallsMoved> moved) {
        this.clock = clock;
        this.calls = calls;
        this.moved = moved;
    }

    /** @param fresh whether it began just now */
    public record Begun(UUID activation, boolean fresh) {
    }

    @Transactional
    public Begun activate(UUID exerciseId, String key, String actor) {
        Exercise exercise = Exercise.lock(exerciseId);
        Instant at = clock.instant();
        Activation activation = calls.activate(exercise, key, null, true, actor, at);
        moved.fire(new CallsMoved(exercise));
        return new Begun(activation.id, activation.createdAt.equals(at));
    }

    /** Nobody is called any more. */
    @Transactional
    public void end(UUID exerciseId, UUID activationId, String actor) {
        if (activationId == null) {
            throw Problem.invalid("activation", "Say which activation of the call tree is to end.");
        }
        Exercise exercise = Exercise.lock(exerciseId);
        Activation activation = Activation.findById(activationId);
        if (activation == null || !activation.exerciseId.equals(exerciseId)) {
            throw Problem.notFound();
        }
        calls.end(exercise, activation, actor, clock.instant());
        moved.fire(new CallsMoved(exercise));
    }
}
