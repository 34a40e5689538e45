package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.blackstart.planning.Ribbon;
import dev.blackstart.web.Texts;

/** One command room over all exercises of a campaign. */
public record CampaignRoom(String name, List<Row> rows, Act pause, Act abort) {

    /**
     * An exercise in a line.
     *
     * @param conducted it has a control room
     * @param startsAt null where it is not for this reader
     */
    public record Row(UUID id, String name, Ribbon ribbon, boolean live, boolean conducted, Instant startsAt, ItemLine next,
            List<String> faults, long findings, long people) {
    }

    /** What a button would do. @param refused exercises it would leave, for the person may not */
    public record Act(int exercises, long faults, long people, long refused) {
    }

    /** What became of an exercise that was asked to pause or end. @param why null where it did */
    public record Outcome(String exercise, String why) {
    }

    public String getHref() {
        return "/campaigns/" + Texts.path(name);
    }

    public long getLive() {
        return rows.stream().filter(Row::live).count();
    }
}
