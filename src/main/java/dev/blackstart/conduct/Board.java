package dev.blackstart.conduct;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.blackstart.drills.DrillView;

/**
 * What the control room shows.
 *
 * @param outage it stands because nothing was conducted for too long
 * @param next the first items that wait, in the order they come
 * @param later how many more wait
 * @param open released items that somebody has to end
 * @param faults faults that may be broken out there
 * @param log the newest entries of the journal, newest first
 * @param people how many hear of an end or a NO DUFF
 * @param active how many faults an end reverts
 * @param stood how long the clock has been standing, or null
 */
public record Board(UUID exercise, String state, boolean outage, boolean rehearsal, List<ItemLine> next, int later,
        List<ItemLine> open, List<DrillView> faults, List<LogLine> log, long people, long active, Duration stood, TimeAxis axis,
        String zone) {

    public boolean isLive() {
        return state.equals("running") || state.equals("paused");
    }
}
