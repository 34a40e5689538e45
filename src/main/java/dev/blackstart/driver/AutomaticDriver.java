package dev.blackstart.driver;

/**
 * A driver that acts by itself. Its calls run outside any transaction, hold no lock, and end within their timeout; an inject is
 * made at most once, a revert as often as it takes, so a revert of what is reverted already must succeed.
 */
public interface AutomaticDriver extends Driver {

    /**
     * @return what the target answered, for control staff; null where there is nothing to tell
     * @throws DriverFailed where it failed or its outcome is unknown: the platform reverts
     */
    String inject(DriverCall call);

    /** Like {@link #inject}; a failed revert is tried again. */
    String revert(DriverCall call);

    /** Ends what is left running here of a call that ran over its time, or whose platform process died in it. */
    default void abandon(DriverCall call) {
    }
}
