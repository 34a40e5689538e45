package dev.blackstart.followup.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An action as one person may see it: of its defect its owner learns the title, of the exercise nothing.
 *
 * @param teams names of the owner's teams
 * @param rank how much risk it removes: critical, high, medium, low or unknown
 * @param exercise for control staff
 * @param exception why it may take longer than two weeks
 * @param override why an intention has to do for a mechanism
 * @param preventsSimilar yes, no or unsure: whether it would prevent a similar event; null where nobody answered
 * @param manyReason why its defect has one more open action than is wise
 * @param drill null where it became none, or one of a plan that the viewer may not read
 * @param allowed states it could move to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionView(UUID id, String title, String owner, List<String> teams, String kind, String state, String rank,
        Instant due,
        boolean overdue, String link, Subject defect, UUID exercise, String zone, String exception, String exceptionBy,
        String override, String dropReason, String evidence, String openedBy, Instant openedAt, Instant doneAt,
        Instant verifiedAt, String verifiedBy, String preventsSimilar, String manyReason, Drill drill, List<String> allowed) {

    /** The drill that it became. @param plan key of the plan @param key of the drill */
    public record Drill(String plan, String key) {
    }

    /** What it is about. @param id for control staff, who may open it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(UUID id, String reference, String title) {
    }
}
