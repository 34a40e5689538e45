package dev.blackstart.conduct.transition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;

/**
 * Who directs beside somebody who was just seated as director.
 *
 * @param seated person key; null where nobody was, or where the reader may not change the roster
 */
public record Directors(String seated, List<Other> others) {

    /** @param id of the seat @param own whether it is the reader's */
    public record Other(UUID id, String person, boolean own) {
        static Other of(RosterEntry entry, ExerciseAccess sight) {
            return new Other(entry.id, entry.person, entry.person.equals(sight.viewer()));
        }
    }

    private static final Directors NONE = new Directors(null, List.of());

    public static Directors of(Exercise exercise, String seated, ExerciseAccess sight, Instant now) {
        if (seated == null || !sight.may(Permission.CHANGE_ROSTER)) {
            return NONE;
        }
        List<RosterEntry> directing = RosterEntry.directing(exercise, now);
        if (directing.stream().noneMatch(entry -> entry.person.equals(seated))) {
            return NONE;
        }
        return new Directors(seated, directing.stream().filter(entry -> !entry.person.equals(seated))
                .map(entry -> Other.of(entry, sight)).toList());
    }
}
