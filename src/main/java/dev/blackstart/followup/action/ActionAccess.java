package dev.blackstart.followup.action;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/**
 * Who may know of which action: whoever sees its exercise as control staff do, and once that is over its owner and the leads of
 * the owner's teams, who learn nothing else. What is not returned here does not exist for this viewer.
 */
@RequestScoped
public class ActionAccess {

    private static final String OWN = "a.owner = :viewer";

    private static final String LED = "exists (select 1 from Team t join t.members m where t.lead = :viewer and m = a.owner)";

    /** Of an action {@code a} and its exercise {@code e}. */
    private static final String SEES_ACTION = "(" + Visibility.CONTROL
            + " or e.mode = LIVE and e.state in (ENDED, CLOSED) and (" + OWN + " or " + LED + "))";

    private final FollowupAccess followupAccess;

    ActionAccess(FollowupAccess followupAccess) {
        this.followupAccess = followupAccess;
    }

    /** @throws Problem 404 where it does not exist for the viewer */
    public ActionItem action(UUID id) {
        ActionItem action = ActionItem.findById(id);
        if (action == null || !followupAccess.controls(action.exerciseId)
                && !(isMineOrLed(action) && Actions.isOver(Exercise.findById(action.exerciseId)))) {
            throw Problem.notFound();
        }
        return action;
    }

    public boolean leads(String owner) {
        return Team.allByKey().stream()
                .anyMatch(team -> team.lead.equals(followupAccess.person()) && team.members.contains(owner));
    }

    private boolean isMineOrLed(ActionItem action) {
        return action.owner.equals(followupAccess.person()) || leads(action.owner);
    }

    /**
     * By the risk that they remove, then by the day they are due.
     *
     * @param filter of an action {@code a} and its exercise {@code e}
     * @param after the last one seen, or null
     */
    public List<ActionItem> actions(Filter filter, ActionItem after, int most) {
        if (after != null) {
            filter.and("a.riskOrder >= :rank", "rank", after.riskOrder)
                    .and("a.riskOrder > :rank or a.dueAt >= :due", "due", after.dueAt)
                    .and("a.riskOrder > :rank or a.dueAt > :due or a.id > :last", "last", after.id);
        }
        return followupAccess.list(ActionItem.class,
                "select a from ActionItem a, Exercise e where e.id = a.exerciseId and " + SEES_ACTION,
                filter, "a.riskOrder, a.dueAt, a.id", most);
    }

    /** How many of {@link #actions} there are, counted up to {@link FollowupAccess#COUNTED}. */
    public long countActions(Filter filter) {
        return followupAccess
                .count("select a.id as id from ActionItem a, Exercise e where e.id = a.exerciseId and " + SEES_ACTION, filter);
    }
}
