package dev.blackstart.exercise;

/** Why the clock stands. */
public enum PauseReason {
    /** Somebody asked for it. */
    ASKED,
    /** Nothing was conducted for longer than the grace; a controller chooses how to catch up. */
    OUTAGE,
    /** A real emergency; only the director or the safety officer goes on. */
    NO_DUFF,
    /** A real emergency while it stood after an outage: director or safety officer go on, and choose how to catch up. */
    NO_DUFF_OUTAGE;

    public boolean isNoDuff() {
        return this == NO_DUFF || this == NO_DUFF_OUTAGE;
    }

    public boolean isOutage() {
        return this == OUTAGE || this == NO_DUFF_OUTAGE;
    }
}
