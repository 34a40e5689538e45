package dev.blackstart.conduct;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;

/**
 * A timeline item as one person may see it.
 *
 * @param failure why the platform could not do what was due, for control staff; the state stays what it was, or held
 * @param failedStep release, deadline or reveal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(String key, UUID id, String kind, JsonNode body, String state, String due, Instant dueAt, JsonNode after,
        Boolean manual, String deadline, Instant releasedAt, Instant completedAt, Instant revealedAt, String option,
        Boolean unplanned, String failure, String failedStep) {

    public static ItemView of(TimelineItem item, Exercise exercise, ExerciseAccess sight) {
        return sight.control() ? whole(item, exercise) : disclosed(item);
    }

    /** As everybody sees it who may see it and is not control staff. */
    public static ItemView disclosed(TimelineItem item) {
        return item.body() instanceof Body.Message ? told(item)
                : new ItemView(item.id.toString(), item.id, item.kind, item.disclosed(), item.state.key(), null, null,
                        null,
                        null, null, item.releasedAt, item.completedAt, item.revealedAt, item.option, null,
                        null, null);
    }

    /** What its readers received: whether another of them has replied is not theirs to know. */
    private static ItemView told(TimelineItem item) {
        return new ItemView(item.id.toString(), item.id, item.kind, item.disclosed(), ItemState.RELEASED.key(), null, null,
                null, null, null, item.releasedAt, null, null, null, null, null, null);
    }

    public static ItemView whole(TimelineItem item, Exercise exercise) {
        boolean waits = item.state.isWaiting();
        Instant dueAt = item.dueClock == null ? null
                : exercise.clock.isRunning() ? exercise.clock.instantOf(item.dueClock) : null;
        return new ItemView(item.key, item.id, item.kind, item.source(), item.state.key(), text(item.dueClock),
                waits || item.releasedByClock ? dueAt : null, item.after == null ? null : StoredJson.read(item.after),
                item.dueClock == null && item.after == null && waits
                        ? true
                        : null,
                text(item.deadlineClock), item.releasedAt, item.completedAt, item.revealedAt, item.option,
                item.unplanned ? true : null, item.hasFailed() ? item.failed.reason : null,
                item.hasFailed() ? item.failed.step.key() : null);
    }

    private static String text(Long position) {
        return position == null ? null : ExerciseClock.text(position);
    }
}
