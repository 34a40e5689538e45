package dev.blackstart.journal;

/** What is erased of a person. */
public enum Erasure {
    /** Their key, wherever it is: as actor, as audience, in the data. */
    KEY,
    /** Also what they wrote. */
    KEY_AND_TEXTS
}
