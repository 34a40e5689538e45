package dev.blackstart.conduct.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.blackstart.conduct.ItemLine;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.web.Texts;

/** One command room over all exercises of a campaign. */
public record CampaignRoom(String name, List<Row> rows, Act pause, Act abort) {

    /**
     * An exercise in a line.
     *
     * @param conducted it has a control room
     * @param startsAt null where it is not for this reader
     */
    public record Row(UUID id, String name, StatusBanner ribbon, boolean live, boolean conducted, Instant startsAt,
            ItemLine next,
            List<String> faults, long findings, long people) {
    }

    /** What a button would do. @param refused exercises it would leave, for the person may not */
    public record Act(int exercises, long faults, long people, long refused) {

        public String getPausing() {
            return "Stops the clock of %s and notifies %s.%s".formatted(Texts.count(exercises, "exercise"),
                    Texts.count(people, "person"),
                    others());
        }

        public String getAborting() {
            return "Ends %s for good, reverts %s and notifies %s.%s".formatted(Texts.count(exercises, "exercise"),
                    Texts.count(faults, "fault"), Texts.count(people, "person"), others());
        }

        private String others() {
            return refused == 0 ? ""
                    : " %s not yours to touch and %s on.".formatted(
                            refused == 1 ? "One other is" : refused + " others are", refused == 1 ? "goes" : "go");
        }
    }

    /** What became of an exercise that was asked to pause or end. @param why null where it did */
    public record Outcome(String exercise, String why) {
    }

    public String getHref() {
        return "/campaigns/" + Texts.path(name);
    }

    public long getRunning() {
        return rows.stream().filter(row -> row.live() && row.ribbon().clock() != null
                && !row.ribbon().clock().resumedAt().isEmpty()).count();
    }

    public long getPaused() {
        return rows.stream().filter(Row::live).count() - getRunning();
    }
}
