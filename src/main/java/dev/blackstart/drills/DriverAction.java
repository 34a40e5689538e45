package dev.blackstart.drills;

/** What a driver is called for. */
public enum DriverAction {
    /** At most once, whatever becomes of it. */
    INJECT,
    REVERT,
    /** Once more after the deadline of an injection whose outcome is unknown: it may have taken effect late. */
    REVERT_AGAIN,
    /** The plan's {@code otherwise}, after the revert failed or may not be used. */
    OTHERWISE,
    /** The fault is reverted; the target forgets the revert that was armed there. */
    DISARM;

    /** Its name in the API and the journal. */
    public String key() {
        return name().toLowerCase().replace('_', '-');
    }

    boolean isRevert() {
        return this == REVERT || this == REVERT_AGAIN || this == OTHERWISE;
    }
}
