package dev.blackstart.drills.view;

import java.time.Instant;
import java.util.List;

import dev.blackstart.drills.FaultState;

/**
 * A fault that may be active now, or whose revert nobody has verified, and what people still have to do for it.
 *
 * @param inject what a person has to do to inject it; null where it is injected already, or a driver does it
 * @param revert what a person has to do to revert it; null where a driver does it
 * @param who the people who do it by hand and confirm it
 * @param revertBy when it has to be reverted at the latest; null once the revert has started
 * @param failure why its revert failed; null while it did not
 * @param byDriver whether a driver does what is next: inject while it is armed, revert afterwards
 * @param calls what its drivers were called for, newest first
 */
public record ActiveFault(String key, String title, String state, Instant armedAt, String inject, String revert, String who,
        Instant revertBy, String failure, boolean byDriver, List<DriverCallLine> calls) {

    public boolean isReverting() {
        return state.equals(FaultState.REVERTING.key()) || state.equals(FaultState.FAILED.key());
    }

    /** Whether a driver has reverted it, and nobody has looked whether that worked. */
    public boolean isUnverified() {
        return state.equals(FaultState.REVERTED.key());
    }
}
