package dev.blackstart.exercise.page;

import java.util.UUID;

import dev.blackstart.exercise.ExerciseAccess;

/** Whether a page may lead somebody to the published report of an exercise; the feature that publishes implements it. */
public interface PublishedCopy {

    /** @param reader null for somebody who does not know the exercise */
    boolean isFor(UUID exerciseId, ExerciseAccess reader);
}
