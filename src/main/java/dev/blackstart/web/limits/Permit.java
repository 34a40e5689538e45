package dev.blackstart.web.limits;

/** The right of one request to be served. */
final class Permit {

    enum State {
        WAITING,
        HELD,
        /** By code that gives the permit back when it has finished, whether or not its caller is still there. */
        IN_SERVICE,
        OVER
    }

    final String caller;
    final boolean waited;
    final Runnable start;
    private final PermitQueue queue;
    private State state;

    /** @param start called once, if it waits */
    Permit(PermitQueue queue, String caller, boolean waits, Runnable start) {
        this.queue = queue;
        this.caller = caller;
        this.waited = waits;
        this.start = start;
        this.state = waits ? State.WAITING : State.HELD;
    }

    /** @return false if the caller has gone meanwhile */
    boolean beginService() {
        synchronized (queue) {
            if (state == State.HELD) {
                state = State.IN_SERVICE;
            }
            return state == State.IN_SERVICE;
        }
    }

    /** Gives it back, or stops waiting; a second time does nothing. */
    void release() {
        queue.release(this);
    }

    /** The same for a caller who has gone: work in service keeps its permit until it has finished. */
    void abandon() {
        synchronized (queue) {
            if (state == State.IN_SERVICE) {
                return;
            }
        }
        queue.release(this);
    }

    /** @return false if it does not wait any more */
    boolean stopWaiting() {
        synchronized (queue) {
            if (state != State.WAITING) {
                return false;
            }
        }
        return queue.release(this) == State.WAITING;
    }

    State become(State next) {
        State before = state;
        state = next;
        return before;
    }
}
