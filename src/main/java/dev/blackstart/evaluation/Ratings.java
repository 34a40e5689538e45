package dev.blackstart.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Rates objectives: from STARTEX until the exercise is closed, each word appended to the ones before. */
@ApplicationScoped
public class Ratings {

    private final Clock clock;
    private final Journal journal;

    Ratings(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param fresh false where the same person said the same before, and nothing was added */
    public record Rated(ObjectiveRating rating, boolean fresh) {
    }

    @Transactional
    public Rated rate(UUID exerciseId, String objective, String word, String sentence, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        if (exercise.plan().objectives().stream().noneMatch(one -> one.key().equals(objective))) {
            throw Problem.notFound();
        }
        Rating rating = Rating.of(word);
        String said = sentence == null || sentence.isBlank() ? null
                : TextLimits.atMost(TextLimits.REASON, "sentence", sentence.strip());
        if (said == null && rating.needsSentence()) {
            throw Problem.invalid("sentence",
                    "Say in a sentence what stood in the way; an M or a U tells too little by itself.");
        }
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "rated", exercise.state.allowed());
        }
        ObjectiveRating before = ObjectiveRating.newest(exerciseId, objective);
        if (before != null && before.rating == rating && Objects.equals(before.sentence, said)
                && before.person.equals(by.viewer())) {
            return new Rated(before, false);
        }
        return new Rated(add(exercise, objective, rating, said, by.viewer(), clock.instant()), true);
    }

    /** The head row's lock is held. */
    ObjectiveRating add(Exercise exercise, String objective, Rating rating, String said, String person, Instant at) {
        ObjectiveRating rated = new ObjectiveRating(exercise.id, objective, rating, said, person,
                exercise.clock.position(at), exercise.lastSeq() + 1, at);
        rated.persist();
        journal.append(exercise, at, new ObjectiveRated(objective, rating.key(), said), person, Audience.CONTROL);
        return rated;
    }
}
