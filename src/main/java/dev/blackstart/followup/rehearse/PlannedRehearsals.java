package dev.blackstart.followup.rehearse;

import java.util.List;
import java.util.UUID;

import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.defect.Filter;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** Lets the plan's own page, which lies below, tell which actions its drills were made of. */
@TemplateExtension(namespace = "rehearsal")
public final class PlannedRehearsals {

    private static final int MOST = 5;

    private PlannedRehearsals() {
    }

    /** An action that the viewer may see. */
    public record Rehearsed(UUID id, String title) {
    }

    static List<Rehearsed> of(String plan, String drill) {
        return Arc.container().instance(ActionAccess.class).get()
                .actions(new Filter().and("a.drillPlan = :plan", "plan", plan).and("a.drillKey = :drill", "drill", drill), null,
                        MOST)
                .stream().map(action -> new Rehearsed(action.id, action.title)).toList();
    }
}
