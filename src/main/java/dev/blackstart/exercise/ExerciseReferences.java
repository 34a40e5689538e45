package dev.blackstart.exercise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Other exercises as one reader may know them. Whatever refers from one exercise to another stores ids, and is resolved here
 * when it is read: who reads decides what is shown, not who wrote.
 */
public final class ExerciseReferences {

    private final Visibility visibility;
    private final String reader;
    private final boolean master;
    private final Map<UUID, Optional<ExerciseAccess>> sights = new HashMap<>();

    ExerciseReferences(Visibility visibility, String reader, boolean master) {
        this.visibility = visibility;
        this.reader = reader;
        this.master = master;
    }

    /** The reader's sight of an exercise; null where it does not exist for them. */
    public ExerciseAccess sight(UUID exerciseId) {
        return sights.computeIfAbsent(exerciseId, id -> Optional.ofNullable(visibility.sight(id, reader, master)))
                .orElse(null);
    }

    /** The reader's sight of an exercise that they see as control staff do; null otherwise. */
    public ExerciseAccess control(UUID exerciseId) {
        ExerciseAccess sight = sight(exerciseId);
        return sight != null && sight.control() ? sight : null;
    }

    public boolean controls(UUID exerciseId) {
        return control(exerciseId) != null;
    }

    /** The exercise's name; null for a reader who may not know it. */
    public String name(UUID exerciseId) {
        return controls(exerciseId) ? Exercise.<Exercise> findById(exerciseId).name : null;
    }
}
