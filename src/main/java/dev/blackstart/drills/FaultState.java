package dev.blackstart.drills;

import java.util.EnumSet;
import java.util.Set;

/** planned → armed (the intent, before anything is touched) → injected → reverting → reverted or failed, or handed-over. */
public enum FaultState {
    PLANNED,
    ARMED,
    INJECTED,
    REVERTING,
    REVERTED,
    FAILED,
    HANDED_OVER;

    /** Something may be broken out there, and its revert has not begun. */
    public static final Set<FaultState> TO_REVERT = EnumSet.of(ARMED, INJECTED);

    /** Something may be broken out there. */
    public static final Set<FaultState> ACTIVE = EnumSet.of(ARMED, INJECTED, REVERTING, FAILED);

    public String key() {
        return name().toLowerCase().replace('_', '-');
    }

    public boolean isActive() {
        return ACTIVE.contains(this);
    }
}
