package dev.blackstart.review.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What has become of findings, as the features that follow them up tell. Worst and most urgent first.
 *
 * @param triage by id of the finding
 */
public record FollowupDraft(List<Defect> defects, List<Action> actions, List<Chain> chains,
        @JsonIgnore Map<String, Triage> triage) {

    public static final FollowupDraft NONE = new FollowupDraft(List.of(), List.of(), List.of(), Map.of());

    private static final int SHOWN = 5;

    /** As many as the result page has room for. */
    public List<Defect> worst() {
        return defects.subList(0, Math.min(SHOWN, defects.size()));
    }

    public List<Action> mostUrgent() {
        return actions.subList(0, Math.min(SHOWN, actions.size()));
    }

    /** @param state new, confirmed, noted or dismissed @param kind as it is now, like the severity @param defect reference */
    public record Triage(String state, String kind, String severity, String defect, String reason, String by) {
    }

    /** @param href its page, or null @param severity sev1 … sev4, or null @param state open, fixed, verified or accepted */
    public record Defect(String href, String title, String severity, String state) {
    }

    /**
     * From what was noticed to what proves it mended.
     *
     * @param reference what plans call the defect by
     * @param exposedBy injection, discussion or preparation
     * @param accepted why the risk is accepted, by whom and until when, in words; null where it is not
     */
    public record Chain(String href, String reference, String title, String text, String severity, String state,
            String exposedBy, String principle, List<String> systems, List<String> contributingFactors, String accepted,
            List<String> findings, List<Action> actions, List<String> retests) {
    }

    /**
     * Who owes what by when.
     *
     * @param owner person key
     * @param due null where it has no date
     * @param defect reference of what it corrects @param severity of that
     * @param rank how much risk it removes: critical, high, medium, low or unknown; null in copies of before there were ranks
     * @param link where a tracker outside keeps it, or null
     */
    public record Action(String href, String title, String owner, LocalDate due, String state, boolean overdue, String kind,
            String defect, String severity, String rank, String link, LocalDate opened, LocalDate done) {
    }
}
