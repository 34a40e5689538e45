package dev.blackstart.drills;

import java.util.EnumSet;
import java.util.Set;

/** How far a call of a driver has come. */
public enum AttemptState {
    REQUESTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** It ran over its time, was interrupted, or its process died: it may or may not have taken effect. */
    UNKNOWN,
    /** The probe that the plan makes its condition was outside: the driver was not called. */
    REFUSED,
    /** It was never made. */
    CANCELLED;

    /** The driver said that it did not work, or nobody knows. */
    public static final Set<AttemptState> MISHAPS = EnumSet.of(FAILED, UNKNOWN, REFUSED);

    /** Its name in the API and the journal. */
    public String key() {
        return name().toLowerCase();
    }
}
