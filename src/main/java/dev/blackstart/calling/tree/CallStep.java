package dev.blackstart.calling.tree;

/** What a tree wants done next; whoever walks it does it. */
public sealed interface CallStep {

    CallNode contact();

    /** Call somebody. @param caller who phones; null where the platform sends it */
    record Try(CallNode contact, int turn, String person, String channel, String caller) implements CallStep {
    }

    /** They are out of play: nothing reaches them, and they count as not answering. */
    record Withheld(CallNode contact, int turn, String person, String channel) implements CallStep {
    }

    /** Nothing is known by which this channel would reach them. */
    record PassedOver(CallNode contact, int turn, String person, String channel) implements CallStep {
    }

    /** A rehearsal assumes that whoever is tried answers. */
    record Answered(CallNode contact, String person) implements CallStep {
    }

    /** Somebody stands for this place. @param late after everybody was given up */
    record Reached(CallNode contact, String person, boolean late) implements CallStep {
    }

    /** Everybody was tried. */
    record Broken(CallNode contact) implements CallStep {
    }
}
