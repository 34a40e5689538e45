package dev.blackstart.followup.rehearse;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.importing.ImportResult;
import dev.blackstart.catalogue.importing.PlanImporter;
import dev.blackstart.catalogue.importing.PlanRefused;
import dev.blackstart.catalogue.patch.PlanText;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionItem.Kind;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Makes a drill in a plan of an action that is to be rehearsed. */
@ApplicationScoped
public class ActionDrills {

    private final PlanImporter importer;
    private final Viewer viewer;

    ActionDrills(PlanImporter importer, Viewer viewer) {
        this.importer = importer;
        this.viewer = viewer;
    }

    /**
     * What was made. @param plan its key @param drill the drill's key @param revision of the plan that has it
     *
     * @param warnings of the plan's checks
     */
    public record Made(String plan, String drill, int revision, List<Violation> warnings) {
    }

    /**
     * Adds a drill by hand that retests the action's defect, as a new revision.
     *
     * @param planKey of a plan that the viewer may read
     * @param targets keys of systems of the plan; none for those of the defect
     * @throws Problem 403 for whoever may not import plans; 409 where the action is no rehearsal, not of an exercise that is
     *         over,
     *         or a drill already; 422 where the plan is not there for the viewer, has no target, or would have mistakes
     */
    public Made make(UUID actionId, String planKey, List<String> targets) {
        if (!viewer.isMaster()) {
            throw Problem.forbidden("Only a Master of Disaster or an admin changes plans; ask one of them to make the drill.");
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = Exercise.lock(homeOf(actionId));
            ActionItem action = ActionItem.findById(actionId);
            Defect defect = Defect.findById(action.defectId);
            mustBeRehearsed(action, exercise);
            Plan plan = planKey == null || planKey.isBlank() ? null
                    : Plan.visible(planKey.strip(), viewer.key(), viewer.isMaster());
            if (plan == null) {
                throw Problem.invalid("plan", "Choose a plan that you may read, by name or key.");
            }
            PlanText text = PlanText.of(plan.current().source);
            RehearsalDrill drill = RehearsalDrill.of(text.tree(), action, defect, targets == null ? List.of() : targets);
            ImportResult result = imported(drill.addedTo(text));
            action.becomeDrill(plan.key, drill.key());
            return new Made(plan.key, drill.key(), result.revision(), result.warnings());
        });
    }

    private ImportResult imported(PlanText text) {
        try {
            return importer.importPlan(text.bytes(), viewer.key(), false);
        } catch (PlanRefused refused) {
            throw Problem.invalid("plan", "The plan would have mistakes with this drill; nothing was changed. "
                    + refused.violations().get(0)).with("violations", refused.violations());
        }
    }

    private static UUID homeOf(UUID action) {
        return ActionItem.getEntityManager().createQuery("select a.exerciseId from ActionItem a where a.id = ?1", UUID.class)
                .setParameter(1, action).getSingleResult();
    }

    private void mustBeRehearsed(ActionItem action, Exercise exercise) {
        if (action.kind != Kind.REHEARSE) {
            throw Problem.conflict("Only an action of kind rehearse becomes a drill.");
        }
        if (!Actions.isOver(exercise)) {
            throw Problem.conflict("Its exercise is not over; it becomes a drill afterwards.");
        }
        if (!action.state.isUndone()) {
            throw Problem.conflict(
                    "The action is " + action.state.name().toLowerCase() + "; open it again before it becomes a drill.");
        }
        if (action.drillPlan != null && hasDrill(action)) {
            throw Problem.conflict("A plan has a drill of this action already.");
        }
    }

    /** In a plan that the viewer may not read, there is none for them. */
    private boolean hasDrill(ActionItem action) {
        Plan plan = Plan.visible(action.drillPlan, viewer.key(), viewer.isMaster());
        return plan != null && plan.current().document().drill(action.drillKey).isPresent();
    }
}
