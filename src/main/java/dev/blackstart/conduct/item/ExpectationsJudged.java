package dev.blackstart.conduct.item;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JudgementCheck;

/** Every expectation that was asked for is met or missed, or somebody said that it was not exercised. */
@ApplicationScoped
class ExpectationsJudged implements JudgementCheck {

    private final ItemProgress itemProgress;

    ExpectationsJudged(ItemProgress itemProgress) {
        this.itemProgress = itemProgress;
    }

    @Override
    public String key() {
        return "expectations";
    }

    @Override
    public List<String> open(Exercise exercise) {
        return unjudged(exercise).map(item -> "Judge the expectation %s.".formatted(item.key)).toList();
    }

    @Override
    public String words() {
        return "Judge the expectations";
    }

    @Override
    public String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/evaluation#expectations";
    }

    @Override
    public void markNotExercised(Exercise exercise, String actor, Instant at) {
        unjudged(exercise).toList().forEach(item -> {
            item.markNotExercised();
            itemProgress.tell(exercise, item, ItemSkipped::new, "not exercised", actor, at);
        });
    }

    /** An expectation that was asked for, and that nobody has judged. */
    static boolean isOpen(TimelineItem item) {
        return item.body() instanceof Body.Expectation
                && (item.state == ItemState.RELEASED || item.state == ItemState.UNJUDGED);
    }

    private static Stream<TimelineItem> unjudged(Exercise exercise) {
        return exercise.isRehearsal() ? Stream.of()
                : TimelineItem.of(exercise.id).stream().filter(ExpectationsJudged::isOpen);
    }
}
