package dev.blackstart.conduct;

import java.util.UUID;

/**
 * What one step of the engine was working on when it ended: a failure, even that of the commit, is blamed on this alone.
 * Nothing is blamed while it is null: the step failed before it had chosen anything.
 */
public final class Attempt {

    /** What a step works on. */
    public enum Kind {
        ITEM,
        /** One place of a call tree. */
        CONTACT,
        /** The revert of a fault whose longest duration is over. */
        REVERT,
        /** The automatic STARTEX of an exercise. */
        START
    }

    /** @param id of the item, the contact, the drill or the exercise */
    public record Work(Kind kind, UUID id) {
    }

    /** Whether a call tree's backlog is worked off one place at a time, so that a failing one is found. */
    public final boolean alone;

    private Work work;

    public Attempt(boolean alone) {
        this.alone = alone;
    }

    public void at(Kind kind, UUID id) {
        work = new Work(kind, id);
    }

    public Work work() {
        return work;
    }
}
