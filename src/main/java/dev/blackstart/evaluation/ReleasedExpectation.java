package dev.blackstart.evaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.people.Directory;
import dev.blackstart.web.Texts;

/**
 * An expectation that was asked for, as an evaluator sees it.
 *
 * @param deadline where it is missed by itself, on the exercise clock; null where never
 * @param deadlineAt the same on the wall, while the clock runs and it is open
 * @param met where it was met; null while it was not
 */
public record ReleasedExpectation(String key, String text, List<String> of, int points, String state, String deadline,
        Instant deadlineAt,
        String met, boolean inTime) {

    /** The open ones first, those that come to their end soonest at the top. */
    static List<ReleasedExpectation> of(Exercise exercise) {
        return TimelineItem.of(exercise.id).stream()
                .filter(item -> item.releasedAt != null && item.body() instanceof Body.Expectation)
                .sorted(Comparator.comparing((TimelineItem item) -> item.state != ItemState.RELEASED)
                        .thenComparing(item -> item.deadlineClock, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(item -> of(item, exercise)).toList();
    }

    /** With the names of people and teams in the place of their keys. */
    static List<ReleasedExpectation> named(List<ReleasedExpectation> asked, Directory directory) {
        List<String> keys = asked.stream().flatMap(one -> one.of.stream()).distinct().toList();
        Map<String, String> teams = directory.teamNames(keys);
        Map<String, String> people = directory.names(keys);
        return asked.stream().map(one -> new ReleasedExpectation(one.key, one.text,
                one.of.stream().map(key -> people.get(key).equals(key) ? teams.get(key) : people.get(key)).toList(), one.points,
                one.state, one.deadline, one.deadlineAt, one.met, one.inTime)).toList();
    }

    private static ReleasedExpectation of(TimelineItem item, Exercise exercise) {
        Body.Expectation asked = (Body.Expectation) item.body();
        return new ReleasedExpectation(item.key, asked.text(), asked.of(), asked.points(), item.state.key(),
                clock(item.deadlineClock),
                item.deadlineClock == null || item.state != ItemState.RELEASED ? null
                        : exercise.clock.instantOf(item.deadlineClock),
                clock(item.metClock()), item.isMetInTime());
    }

    private static String clock(Long position) {
        return position == null ? null : Texts.clock(ExerciseClock.text(position));
    }

    public boolean isOpen() {
        return state.equals(ItemState.RELEASED.key());
    }

    /** Missed, or nobody could say: somebody may have seen it all the same. */
    public boolean isMendable() {
        return state.equals(ItemState.MISSED.key()) || state.equals(ItemState.UNJUDGED.key());
    }
}
