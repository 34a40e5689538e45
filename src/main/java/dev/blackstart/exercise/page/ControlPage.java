package dev.blackstart.exercise.page;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.journal.JournalEntry;

/** A page of control staff alone. They see every entry, so any may change its parts; a page with a log adds lines to it. */
public interface ControlPage extends LivePage {

    @Override
    default boolean isFor(ExerciseAccess sight) {
        return sight.control();
    }

    @Override
    default String line(Exercise exercise, JournalEntry entry) {
        return null;
    }

    @Override
    default boolean isChangedBy(JournalEntry entry) {
        return true;
    }
}
