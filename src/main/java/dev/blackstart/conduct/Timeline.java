package dev.blackstart.conduct;

import java.util.List;
import java.util.UUID;

import dev.blackstart.catalogue.Body;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;

/**
 * The timeline as one person may see it: control staff all of it; others what was sent to them or revealed, and after ENDEX
 * what was released.
 */
public final class Timeline {

    private Timeline() {
    }

    public static List<ItemView> of(Exercise exercise, ExerciseAccess sight) {
        return TimelineItem.of(exercise.id).stream().filter(item -> isVisible(item, exercise, sight))
                .map(item -> ItemView.of(item, exercise, sight)).toList();
    }

    /** Tasks that stand open and are this person's, where they may see them. */
    public static List<ItemView> openTasks(Exercise exercise, ExerciseAccess sight) {
        return TimelineItem.of(exercise.id).stream()
                .filter(item -> item.state == ItemState.RELEASED && item.body() instanceof Body.Task task
                        && Addressing.audiences(task.of()).stream().anyMatch(audience -> sight.isAmong(audience.text())))
                .filter(item -> isVisible(item, exercise, sight)).map(item -> ItemView.of(item, exercise, sight)).toList();
    }

    /** By the name this person knows it by: the key for control staff, the id for others. Null where they may not see it. */
    public static TimelineItem find(UUID exerciseId, String name, ExerciseAccess sight) {
        TimelineItem item = sight.control() ? TimelineItem.of(exerciseId, name) : null;
        if (item == null) {
            item = byId(exerciseId, name);
        }
        return item != null && isVisible(item, Exercise.findById(exerciseId), sight) ? item : null;
    }

    private static TimelineItem byId(UUID exerciseId, String name) {
        try {
            return TimelineItem.find("exerciseId = ?1 and id = ?2", exerciseId, UUID.fromString(name)).firstResult();
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    public static boolean isVisible(TimelineItem item, Exercise exercise, ExerciseAccess sight) {
        if (sight.control()) {
            return true;
        }
        if (item.releasedAt == null || sight.outOfPlay()) {
            return false;
        }
        boolean over = exercise.state.hasEnded();
        boolean sent = item.body() instanceof Body.Message message
                && Addressing.audiences(message.to()).stream().anyMatch(audience -> sight.sees(audience.text()));
        return sent || item.revealedAt != null || over;
    }
}
