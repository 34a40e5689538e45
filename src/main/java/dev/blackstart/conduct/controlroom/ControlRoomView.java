package dev.blackstart.conduct.controlroom;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.blackstart.calling.tree.CallLine;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.drills.view.ActiveFault;

/**
 * What the control room shows.
 *
 * @param outage it stands because nothing was conducted for too long
 * @param next the first items that wait, in the order they come
 * @param later how many more wait
 * @param open released items that somebody has to end
 * @param faults faults that may be broken out there
 * @param calls trees in flight
 * @param stood how long the clock has been stopped, or null
 * @param probes what they measured, on the same axis
 * @param failed items that the platform could not release, judge or reveal
 */
public record ControlRoomView(UUID exercise, String state, boolean outage, boolean rehearsal, List<ItemLine> next, int later,
        List<ItemLine> open, List<ActiveFault> faults, List<CallLine> calls, Duration stood, Numbers numbers, TimeAxis axis,
        String zone, List<FailedLine> failed, ProbeLanes.Shown probes) {

    /**
     * What is told at one glance, and what buttons say they will do.
     *
     * @param released items released, of so many
     * @param missed expectations missed
     * @param findings logged so far
     * @param worst of these sev1 or sev2
     * @param active faults that an end reverts
     * @param people how many hear of an end or a NO DUFF
     */
    public record Numbers(long released, long items, long missed, long findings, long worst, long active, long people) {
    }

    public boolean isLive() {
        return state.equals("running") || state.equals("paused");
    }
}
