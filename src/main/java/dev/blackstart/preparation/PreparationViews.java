package dev.blackstart.preparation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.preparation.checklist.Comment;
import dev.blackstart.preparation.checklist.NameVisibility;
import dev.blackstart.preparation.checklist.PreparationFile;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.singlepoint.PointMentions;
import dev.blackstart.preparation.singlepoint.SinglePoint;

/** Shows items, each as the viewer may know it. */
@RequestScoped
public class PreparationViews {

    private final PreparationAccess preparationAccess;
    private final Clock clock;

    PreparationViews(PreparationAccess preparationAccess, Clock clock) {
        this.preparationAccess = preparationAccess;
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
        ExerciseAccess sight = preparationAccess.sight(item.exerciseId);
        boolean control = sight != null && sight.control();
        boolean known = preparationAccess.exercise(item) != null;
        boolean dated = control && ExerciseView.of(exercise, sight, now).startsAt() != null;
        Instant due = dated ? item.dueAt : item.teamDueAt;
        boolean needed = !item.dropped && exercise.state != ExerciseState.CANCELLED;
        NameVisibility names = preparationAccess.naming(item);
        return new PreparationView(item.id, control ? item.key : null, known ? exercise.id : null,
                known ? control ? exercise.name : exercise.plan().coverName() : null, item.team, item.kind,
                control ? item.title : item.teamTitle(), control ? item.blocking : null, item.state.key(), needed,
                control ? planned(exercise, item) : null, due, needed && item.isOverdue(due, now), item.owner,
                control ? item.addedBy : null, item.reason, item.evidence, names.of(item.startedBy), item.startedAt,
                names.of(item.doneBy), item.doneAt, names.of(item.verifiedBy), item.verifiedAt, exercise.zone,
                control && item.veiled ? item.neutral : null);
    }

    /** @param author null where the viewer is not told */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(UUID id, String author, String text, Instant at) {
    }

    Said of(Comment comment, PreparationItem item) {
        return new Said(comment.id, preparationAccess.naming(item).of(comment.author), comment.text, comment.createdAt);
    }

    List<Said> comments(PreparationItem item) {
        return Comment.of(item.id).stream().map(comment -> of(comment, item)).toList();
    }

    /** @param author null where the viewer is not told */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(UUID id, String name, String type, int size, Integer width, Integer height, String author, Instant at,
            @JsonIgnore boolean picture, @JsonIgnore String length) {
    }

    Kept of(PreparationFile file, PreparationItem item) {
        return new Kept(file.id, file.name, file.type, file.size, file.width, file.height,
                preparationAccess.naming(item).of(file.author), file.createdAt, file.isPicture(), file.length());
    }

    List<Kept> files(PreparationItem item) {
        return PreparationFile.of(item.id).stream().map(file -> of(file, item)).toList();
    }

    /**
     * @param preparation id of the item it was found by
     * @param foundBy null where the viewer is not told
     * @param mentions what refers to it; null in lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(UUID id, String reference, UUID preparation, String team, String title, String system, String state,
            String reason, String foundBy, Instant foundAt, String changedBy, Instant changedAt,
            List<PointMentions.Mention> mentions) {

        @JsonIgnore
        public boolean isOpen() {
            return state.equals(SinglePoint.State.OPEN.key());
        }

        Point with(List<PointMentions.Mention> more) {
            return new Point(id, reference, preparation, team, title, system, state, reason, foundBy, foundAt, changedBy,
                    changedAt, more);
        }
    }

    Point of(SinglePoint point) {
        NameVisibility names = preparationAccess.naming(PreparationItem.findById(point.itemId));
        return new Point(point.id, point.reference, point.itemId, point.team, point.title, point.system, point.state.key(),
                point.reason, names.of(point.foundBy), point.createdAt, names.of(point.changedBy), point.changedAt, null);
    }

    List<Point> points(List<SinglePoint> points) {
        return points.stream().map(this::of).toList();
    }

    private static PlanDuration planned(Exercise exercise, PreparationItem item) {
        return exercise.plan().preparation().stream().filter(one -> one.key().equals(item.key))
                .map(PlanDocument.Preparation::due).filter(due -> due != null).findFirst().orElse(null);
    }
}
