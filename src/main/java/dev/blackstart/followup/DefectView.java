package dev.blackstart.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.preparation.singlepoint.SinglePoints;

/**
 * A defect as control staff of its exercise see it.
 *
 * @param likelihood null where nobody said
 * @param rank how much risk its actions remove: critical, high, medium, low or unknown
 * @param recurrenceOf the earlier one, where the viewer may know of it
 * @param singlePoint of failure that it is, where the viewer may know of it
 * @param alarm something came up again that an open action would have prevented; null where not
 * @param approver who accepted the risk, until when
 * @param findings those of exercises that the viewer may see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefectView(UUID id, String reference, UUID exercise, String exerciseName, String zone, String title, String text,
        String state, String exposedBy, List<String> contributingFactors, List<String> systems, String principle,
        String severity, String likelihood, String rank, String environment, ActionView.Subject recurrenceOf,
        SinglePoints.Named singlePoint, Alarm alarm,
        String reason, String approver,
        Instant until, String openedBy, Instant openedAt, Instant verifiedAt, List<UUID> findings, List<ActionView> actions,
        List<Proof> retests, List<String> allowed) {

    /** @param action the open one; null where the viewer may not know of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Alarm(UUID action, String owner, String defect, String text) {
    }

    /**
     * What an exercise showed of it.
     *
     * @param exercise null where the viewer may not know of it
     * @param name key of the drill or the item
     * @param proves whether it counts: the exercise is over, and it took place as high as the defect was shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proof(UUID exercise, String exerciseName, String kind, String name, String result, String reason,
            String environment, String by, Instant at, boolean counted, boolean proves) {

        /** Its exercise is not over. */
        @JsonIgnore
        public boolean isWaiting() {
            return !counted;
        }
    }

    /** As many open actions as are few: the next one drops another, or says why it is needed. */
    @JsonIgnore
    public boolean isFull() {
        return undone() >= Actions.FEW;
    }

    /** Those that still have to be done. */
    @JsonIgnore
    public List<ActionView> openActions() {
        return actions.stream().filter(action -> action.state().equals("open") || action.state().equals("in-progress"))
                .toList();
    }

    /** How many actions still have to be done. */
    public long undone() {
        return openActions().size();
    }
}
