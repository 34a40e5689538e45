package dev.blackstart.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JudgementCheck;

/** Every objective has a rating, which may be that it was not exercised. */
@ApplicationScoped
class ObjectivesRated implements JudgementCheck {

    private final Ratings ratings;

    ObjectivesRated(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public String key() {
        return "objectives";
    }

    @Override
    public List<String> open(Exercise exercise) {
        return unrated(exercise).map(objective -> "Rate the objective %s.".formatted(objective.key())).toList();
    }

    @Override
    public String words() {
        return "Rate the objectives";
    }

    @Override
    public String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/evaluation#objectives";
    }

    @Override
    public void markNotExercised(Exercise exercise, String actor, Instant at) {
        unrated(exercise).toList()
                .forEach(objective -> ratings.add(exercise, objective.key(), Rating.NOT_EXERCISED, null, actor, at));
    }

    private static Stream<ObjectiveView> unrated(Exercise exercise) {
        return exercise.isRehearsal() ? Stream.of()
                : ObjectiveView.of(exercise).stream().filter(objective -> !objective.isRated());
    }
}
