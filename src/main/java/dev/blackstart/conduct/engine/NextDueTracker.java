package dev.blackstart.conduct.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import dev.blackstart.calling.CallsMoved;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.drills.DeadlinesChanged;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;

/** Writes into the head row when the platform next has something to do for an exercise; timers are armed from there. */
@ApplicationScoped
public class NextDueTracker {

    private final Event<Paced> paced;

    NextDueTracker(Event<Paced> paced) {
        this.paced = paced;
    }

    /** Fired inside the transaction; observe it after success. @param nextDueAt may be null */
    record Paced(Instant nextDueAt) {
    }

    void callsMoved(@Observes CallsMoved moved) {
        set(moved.exercise());
    }

    void faultsChanged(@Observes DeadlinesChanged changed) {
        set(changed.exercise());
    }

    /** Whoever changed a timeline or a fault calls this before the end of the transaction. */
    public void set(Exercise exercise) {
        Instant next = Drill.nextDeadline(exercise);
        if (exercise.state == ExerciseState.RUNNING) {
            Long position = Stream.of(ItemQueue.nextClock(exercise.id), CallNode.nextClock(exercise.id))
                    .filter(Objects::nonNull).min(Long::compare).orElse(null);
            Instant due = position == null ? null : exercise.clock.instantOf(position);
            next = next == null || due != null && due.isBefore(next) ? due : next;
        }
        exercise.nextDueAt = next;
        paced.fire(new Paced(next));
    }
}
