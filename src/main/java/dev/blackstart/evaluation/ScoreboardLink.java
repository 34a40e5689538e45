package dev.blackstart.evaluation;

import java.util.UUID;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** Lets the pages of packages below link to the scoreboard where their reader may see one with something on it. */
@TemplateExtension(namespace = "scoreboard")
final class ScoreboardLink {

    private ScoreboardLink() {
    }

    static boolean shown(UUID exerciseId) {
        Exercise exercise = Exercise.findById(exerciseId);
        return exercise.clock.startedAt != null
                && Scoreboard.isShown(exercise, Arc.container().instance(CurrentAccess.class).get().get());
    }
}
