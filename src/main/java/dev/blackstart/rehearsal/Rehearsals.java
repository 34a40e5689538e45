package dev.blackstart.rehearsal;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Roster;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;

/** Makes a rehearsal of a plan, schedules and starts it. */
@ApplicationScoped
class Rehearsals {

    private static final Set<String> KEPT_IN_THE_DARK = Set.of("player", "observer");

    private final Scheduling scheduling;
    private final Roster roster;
    private final ExerciseTransitions exerciseTransitions;
    private final Visibility visibility;

    Rehearsals(Scheduling scheduling, Roster roster, ExerciseTransitions exerciseTransitions, Visibility visibility) {
        this.scheduling = scheduling;
        this.roster = roster;
        this.exerciseTransitions = exerciseTransitions;
        this.visibility = visibility;
    }

    /**
     * Whoever begins one directs it, for its length of a minute.
     *
     * @param by a Master of Disaster
     * @throws Problem 422 for a plan that there is not, 403 for somebody who plays in it
     */
    UUID begin(String planKey, String by) {
        Plan plan = planKey == null ? null : Plan.visible(planKey, by, true);
        if (plan == null) {
            throw Problem.invalid("plan", "There is no such plan; choose one of the list.");
        }
        PlanDocument document = plan.current().document();
        if (document.roster().stream().anyMatch(seat -> seat.person().equals(by) && KEPT_IN_THE_DARK.contains(seat.role()))) {
            throw Problem
                    .forbidden("You take part in this plan, and what it holds is a surprise; ask its director to rehearse it.");
        }
        Exercise exercise = scheduling.create(planKey, null, null, Mode.REHEARSAL, Forecast.speed(document), by);
        ExerciseAccess sight = visibility.sight(exercise.id, by, true);
        if (!sight.may(Permission.START)) {
            roster.seat(exercise.id, by, ExerciseRole.DIRECTOR.key(), null, null, null, sight);
        }
        move(exercise.id, ExerciseState.SCHEDULED, by);
        move(exercise.id, ExerciseState.RUNNING, by);
        return exercise.id;
    }

    private void move(UUID id, ExerciseState to, String by) {
        exerciseTransitions.move(id, new ExerciseTransitions.Wish(to, null, null, null, null), visibility.sight(id, by, true));
    }
}
