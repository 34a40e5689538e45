package dev.blackstart.drills;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Asks for calls of drivers, in the transaction that holds the head row's lock; they are made once it is committed. */
@ApplicationScoped
public class AttemptQueue {

    private final Event<Requested> requested;

    AttemptQueue(Event<Requested> requested) {
        this.requested = requested;
    }

    /** Fired inside the transaction; observe it after success. A call may be due, or one under way may be overtaken. */
    public record Requested() {
    }

    public void add(Drill drill, DriverAction action, Instant dueAt, Instant at) {
        new FaultAttempt(drill, action, dueAt, at).persist();
        requested.fire(new Requested());
    }

    /** @return whether an injection was asked for and is not made now */
    boolean cancelInject(Drill drill, Instant at) {
        return cancel(drill, List.of(DriverAction.INJECT), at);
    }

    /** Somebody did by hand what was to be tried again. */
    public void cancelReverts(Drill drill, Instant at) {
        cancel(drill, List.of(DriverAction.REVERT, DriverAction.OTHERWISE), at);
    }

    void cancelAll(Drill drill, Instant at) {
        cancel(drill, List.of(DriverAction.values()), at);
    }

    private static boolean cancel(Drill drill, List<DriverAction> actions, Instant at) {
        List<FaultAttempt> waiting = FaultAttempt.of(drill.id, AttemptState.REQUESTED).stream()
                .filter(attempt -> actions.contains(attempt.action)).toList();
        waiting.forEach(attempt -> attempt.end(AttemptState.CANCELLED, null, null, at));
        return !waiting.isEmpty();
    }
}
