package dev.blackstart.exercise;

/** Where in a journal somebody stands, as it is told to them: a stream goes on from there. */
public interface JournalPositions {

    /**
     * The place of the newest entry that they may see, read before what a page shows of it. It tells nothing of entries that
     * are
     * not theirs.
     */
    Object newest(ExerciseAccess sight);
}
