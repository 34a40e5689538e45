package dev.blackstart.driver;

import java.time.Duration;

/** A driver whose revert can be armed at the target before the fault. */
public interface TargetDeadMan {

    /**
     * Returns once the target itself will revert after this time, whatever becomes of the platform.
     *
     * @param revert the call that the target is to make by itself
     * @throws DriverFailed where it could not be armed: the fault is not injected
     */
    void arm(DriverCall revert, Duration after);

    /** The fault is reverted: the target has nothing left to do. Does nothing where nothing is armed. */
    void disarm(DriverCall revert);
}
