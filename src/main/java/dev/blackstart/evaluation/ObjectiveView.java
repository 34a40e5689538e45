package dev.blackstart.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;

/**
 * An objective of an exercise, with what was said of it.
 *
 * @param rating the newest; null while nobody has rated it
 * @param ratings all of them, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectiveView(String key, String text, String capability, PlanDuration target, String rating, String sentence,
        List<Said> ratings) {

    /** @param clock where the exercise clock stood, as duration text */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(UUID id, String rating, String sentence, String by, Instant at, String clock) {
        static Said of(ObjectiveRating said) {
            return new Said(said.id, said.rating.key(), said.sentence, said.person, said.createdAt,
                    ExerciseClock.text(said.clock));
        }
    }

    /** In the plan's order. */
    static List<ObjectiveView> of(Exercise exercise) {
        List<ObjectiveRating> all = ObjectiveRating.of(exercise.id);
        return exercise.plan().objectives().stream().map(objective -> of(objective, all)).toList();
    }

    private static ObjectiveView of(PlanDocument.Objective objective, List<ObjectiveRating> all) {
        List<Said> said = all.stream().filter(rating -> rating.objective.equals(objective.key())).map(Said::of).toList();
        return new ObjectiveView(objective.key(), objective.text(), objective.capability(), objective.target(),
                said.isEmpty() ? null : said.get(0).rating(), said.isEmpty() ? null
                        : said.get(0).sentence(),
                said);
    }

    @JsonIgnore
    public boolean isRated() {
        return !ratings.isEmpty();
    }
}
