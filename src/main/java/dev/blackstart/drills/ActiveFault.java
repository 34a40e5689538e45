package dev.blackstart.drills;

import java.time.Instant;

/**
 * A fault that may be active now, and what people still have to do for it.
 *
 * @param inject what a person has to do to inject it; null where it is injected already, or a driver does it
 * @param revert what a person has to do to revert it; null where a driver does it
 * @param who the people who do it by hand and confirm it
 * @param revertBy when it has to be reverted at the latest; null once the revert has started
 */
public record ActiveFault(String key, String title, String state, Instant armedAt, String inject, String revert, String who,
        Instant revertBy) {

    public boolean isReverting() {
        return state.equals(FaultState.REVERTING.key()) || state.equals(FaultState.FAILED.key());
    }
}
