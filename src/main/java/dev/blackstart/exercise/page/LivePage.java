package dev.blackstart.exercise.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.journal.JournalEntry;

/**
 * A page of an exercise that is kept up to date while it is open. Everything is rendered once for all who see the same, so it
 * holds no token and nothing of a single viewer. Called within a transaction.
 */
public interface LivePage {

    /** As it stands in the stream's address. */
    String name();

    boolean isFor(ExerciseAccess sight);

    /**
     * What an entry adds to the page of everybody who sees the entry, as HTML; null for nothing. Its element names its list
     * ({@code data-list}) and itself ({@code data-key}): the same key again takes the place of the old one.
     */
    String line(Exercise exercise, JournalEntry entry);

    /**
     * Whether an entry may change a part: never one that not all on this page may see, or they would learn that it was written.
     */
    boolean isChangedBy(JournalEntry entry);

    /**
     * How often the parts are rendered again although nothing was written: for what depends on more than this exercise's
     * journal,
     * such as the time, or another exercise. Null for never.
     */
    default Duration refreshInterval(Exercise exercise) {
        return null;
    }

    /**
     * The parts that stand there once, by the id of their element, as HTML; rendered once for all readers of equal permissions,
     * so a part shows only the buttons of those. The exercise's banner is no part: every live page gets it.
     */
    Map<String, String> parts(Exercise exercise, Permissions may, Instant now);
}
