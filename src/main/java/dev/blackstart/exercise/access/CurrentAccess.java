package dev.blackstart.exercise.access;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.exercise.ExerciseAccess;

/** How the viewer of this request stands to the exercise its path names; set before any of its routes is entered. */
@RequestScoped
public class CurrentAccess {

    private ExerciseAccess sight;

    /** For a page about an exercise whose address does not name it, too. */
    public void set(ExerciseAccess found) {
        sight = found;
    }

    /** Null where this request is about no exercise that the viewer may know of. */
    public ExerciseAccess find() {
        return sight;
    }

    /** @throws IllegalStateException outside the routes of an exercise */
    public ExerciseAccess get() {
        if (sight == null) {
            throw new IllegalStateException("no exercise in this path");
        }
        return sight;
    }
}
