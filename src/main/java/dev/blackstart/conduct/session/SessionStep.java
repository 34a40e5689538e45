package dev.blackstart.conduct.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;

/**
 * A step of a session: a task or a decision of its timeline, with the time until the next one begins.
 *
 * @param title the text as far as its first colon
 * @param text what is behind the colon; all of it where there is none
 * @param begin from STARTEX; null where it waits for something else
 * @param box how long it may take; null while that is not known
 * @param ends when its time is up, while the exercise runs; otherwise null
 * @param now whether it is the step that the session is at
 * @param options of a decision; empty for a task
 * @param chosen of a decision that was taken, or null
 */
public record SessionStep(String key, String title, String text, Duration begin, Duration box, Instant ends, boolean now,
        boolean done, List<String> options, String chosen) {

    private static final int LONGEST_TITLE = 60;

    static List<SessionStep> of(Exercise exercise) {
        List<TimelineItem> all = TimelineItem.of(exercise.id);
        List<TimelineItem> steps = all.stream()
                .filter(item -> item.body() instanceof Body.Task || item.body() instanceof Body.Decision).toList();
        Optional<TimelineItem> now = steps.stream().filter(item -> item.state == ItemState.RELEASED)
                .reduce((first, second) -> second);
        List<SessionStep> shown = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Long next = next(steps, i + 1, all);
            shown.add(of(steps.get(i), next, exercise, now.filter(steps.get(i)::equals).isPresent()));
        }
        return shown;
    }

    /** Where the following step begins, or the session ends. */
    private static Long next(List<TimelineItem> steps, int from, List<TimelineItem> all) {
        return steps.subList(from, steps.size()).stream().map(item -> item.dueClock).filter(due -> due != null).findFirst()
                .or(() -> all.stream().filter(item -> item.body() instanceof Body.Endex && item.dueClock != null)
                        .map(item -> item.dueClock).findFirst())
                .orElse(null);
    }

    private static SessionStep of(TimelineItem item, Long next, Exercise exercise, boolean now) {
        String text = item.body() instanceof Body.Task task ? task.text() : ((Body.Decision) item.body()).text();
        int colon = text.indexOf(": ");
        boolean titled = colon > 0 && colon <= LONGEST_TITLE;
        Long begin = item.dueClock;
        return new SessionStep(item.key, titled ? text.substring(0, colon) : null,
                titled ? text.substring(colon + 2) : text, begin == null ? null : ExerciseClock.duration(begin),
                begin == null || next == null ? null : ExerciseClock.duration(next - begin),
                now && next != null && exercise.clock.isRunning() ? exercise.clock.instantOf(next) : null, now,
                item.state == ItemState.COMPLETED || item.state == ItemState.SKIPPED,
                item.body() instanceof Body.Decision decision ? decision.options() : List.of(), item.option);
    }
}
