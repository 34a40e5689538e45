package dev.blackstart.preparation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseState;
import dev.blackstart.planning.ExerciseView;
import dev.blackstart.planning.Ribbon;
import dev.blackstart.planning.Sight;

/** Shows items, each as the viewer may know it. */
@RequestScoped
public class Views {

    private final Access access;
    private final Clock clock;

    Views(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** What an exercise needs, for who sees it as control staff do. */
    public List<PreparationView> ofExercise(UUID exerciseId) {
        return of(PreparationItem.needed(exerciseId));
    }

    List<PreparationView> of(List<PreparationItem> items) {
        return items.stream().map(this::of).toList();
    }

    PreparationView of(PreparationItem item) {
        Instant now = clock.instant();
        Exercise exercise = Exercise.findById(item.exerciseId);
        Sight sight = access.sight(item.exerciseId);
        boolean control = sight != null && sight.control();
        boolean known = access.exercise(item) != null;
        boolean dated = control && ExerciseView.of(exercise, sight, now).startsAt() != null;
        Instant due = dated ? item.dueAt : item.teamDueAt;
        boolean needed = !item.dropped && exercise.state != ExerciseState.CANCELLED;
        return new PreparationView(item.id, control ? item.key : null, known ? exercise.id : null,
                known ? control ? exercise.name : exercise.plan().title() : null, item.team, item.kind,
                control ? item.title : item.teamTitle(), control ? item.blocking : null, item.state.key(), needed,
                control ? planned(exercise, item) : null, due, needed && item.isOverdue(due, now), item.owner,
                control ? item.addedBy : null, item.reason, item.evidence, item.startedBy, item.startedAt, item.doneBy,
                item.doneAt, item.verifiedBy, item.verifiedAt, exercise.zone,
                control && item.veiled ? item.neutral : null);
    }

    /** Of the exercise an item is for; null where the viewer may not know of it. */
    Ribbon ribbon(PreparationItem item) {
        Exercise exercise = access.exercise(item);
        return exercise == null ? null : ribbon(exercise, access.sight(exercise.id));
    }

    Ribbon ribbon(Exercise exercise, Sight sight) {
        return Ribbon.of(exercise, sight, clock.instant());
    }

    private static PlanDuration planned(Exercise exercise, PreparationItem item) {
        return exercise.plan().preparation().stream().filter(one -> one.key().equals(item.key))
                .map(PlanDocument.Preparation::due).filter(due -> due != null).findFirst().orElse(null);
    }
}
