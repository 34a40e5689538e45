package dev.blackstart.calling;

/** What a tree wants done next; whoever walks it does it. */
sealed interface Step {

    Contact contact();

    /** Call somebody. @param caller who phones; null where the platform sends it */
    record Try(Contact contact, int turn, String person, String way, String caller) implements Step {
    }

    /** They are out of play: nothing reaches them, and they count as not answering. */
    record Withheld(Contact contact, int turn, String person, String way) implements Step {
    }

    /** Nothing is known by which this way would reach them. */
    record PassedOver(Contact contact, int turn, String person, String way) implements Step {
    }

    /** A rehearsal assumes that whoever is tried answers. */
    record Answered(Contact contact, String person) implements Step {
    }

    /** Somebody stands for this place. @param late after everybody was given up */
    record Reached(Contact contact, String person, boolean late) implements Step {
    }

    /** Everybody was tried. */
    record Broken(Contact contact) implements Step {
    }
}
