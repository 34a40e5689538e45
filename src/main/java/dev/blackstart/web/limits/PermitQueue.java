package dev.blackstart.web.limits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.problem.Problem;

/**
 * A number of permits that callers take in turns: a caller who asks for a hundred waits behind their own requests, and nobody
 * else does.
 */
final class PermitQueue {

    private static final int RETRY_SECONDS = 5;

    private final int perCaller;
    private final int mostWaiting;
    private final Map<String, Integer> held = new HashMap<>();

    /** By caller, whose turn is next first. */
    private final Map<String, Deque<Permit>> lines = new LinkedHashMap<>();
    private int free;
    private int waiting;

    /**
     * @param permits in all
     * @param perCaller permits that one caller holds at most
     */
    PermitQueue(int permits, int perCaller, int mostWaiting) {
        this.free = permits;
        this.perCaller = perCaller;
        this.mostWaiting = mostWaiting;
    }

    /**
     * @param mayWait requests of this caller that wait at most
     * @param start called once when a permit that waits is held; not if it is held at once
     * @throws Problem 429 if too many requests of this caller wait, 503 if too many wait in all
     */
    synchronized Permit enter(String caller, int mayWait, Runnable start) {
        Deque<Permit> line = lines.get(caller);
        if (line == null && mayStart(caller)) {
            take(caller);
            return new Permit(this, caller, false, start);
        }
        mustFit(line, mayWait);
        waiting++;
        Permit permit = new Permit(this, caller, true, start);
        lines.computeIfAbsent(caller, first -> new ArrayDeque<>()).add(permit);
        return permit;
    }

    private void mustFit(Deque<Permit> line, int mayWait) {
        if (line != null && line.size() >= mayWait) {
            throw Problem.tooMany("Too many of your requests wait for an answer; wait for some of them, then try again.",
                    RETRY_SECONDS);
        }
        if (waiting >= mostWaiting) {
            throw Problem.busy("The server is busy; try again in a moment. NO DUFF is always accepted.", RETRY_SECONDS);
        }
    }

    private boolean mayStart(String caller) {
        return free > 0 && held.getOrDefault(caller, 0) < perCaller;
    }

    private void take(String caller) {
        free--;
        held.merge(caller, 1, Integer::sum);
    }

    Permit.State release(Permit permit) {
        List<Permit> started = new ArrayList<>();
        Permit.State before;
        synchronized (this) {
            before = permit.become(Permit.State.OVER);
            if (before == Permit.State.HELD || before == Permit.State.IN_SERVICE) {
                free++;
                held.computeIfPresent(permit.caller, (caller, count) -> count == 1 ? null : count - 1);
                for (Permit next = next(); next != null; next = next()) {
                    started.add(next);
                }
            } else if (before == Permit.State.WAITING) {
                leave(permit);
            }
        }
        started.forEach(next -> next.start.run());
        return before;
    }

    private void leave(Permit permit) {
        Deque<Permit> line = lines.get(permit.caller);
        if (line != null && line.remove(permit)) {
            waiting--;
            if (line.isEmpty()) {
                lines.remove(permit.caller);
            }
        }
    }

    /** Of the first caller who may; the rest of their line goes to the end. */
    private Permit next() {
        for (Iterator<Map.Entry<String, Deque<Permit>>> turns = lines.entrySet().iterator(); turns.hasNext();) {
            Map.Entry<String, Deque<Permit>> turn = turns.next();
            if (free == 0) {
                return null;
            }
            if (mayStart(turn.getKey())) {
                turns.remove();
                waiting--;
                Permit permit = turn.getValue().remove();
                if (!turn.getValue().isEmpty()) {
                    lines.put(turn.getKey(), turn.getValue());
                }
                take(permit.caller);
                permit.become(Permit.State.HELD);
                return permit;
            }
        }
        return null;
    }

    synchronized int waiting() {
        return waiting;
    }

    synchronized int callersWaiting() {
        return lines.size();
    }

    synchronized int free() {
        return free;
    }
}
