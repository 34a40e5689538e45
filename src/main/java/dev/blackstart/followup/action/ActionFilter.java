package dev.blackstart.followup.action;

import java.util.UUID;

import dev.blackstart.followup.defect.Filter;
import dev.blackstart.problem.Choice;

/** Which actions somebody asks for. */
public final class ActionFilter {

    private ActionFilter() {
    }

    /** @param owner person key @param team key; null asks for all @param state a state's word, or undone */
    public static Filter of(String owner, String state, String team, UUID exercise) {
        Filter filter = new Filter().and("a.owner = :owner", "owner", owner)
                .and("exists (select 1 from Team t join t.members m where t.key = :team and m = a.owner)", "team", team)
                .and("a.exerciseId = :exercise", "exercise", exercise);
        return "undone".equals(state) ? filter.and("a.state in :undone", "undone", ActionItem.UNDONE)
                : filter.and("a.state = :state", "state", Choice.of("state", ActionItem.State.class, state));
    }
}
