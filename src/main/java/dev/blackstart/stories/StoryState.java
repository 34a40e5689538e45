package dev.blackstart.stories;

/** Who reads a story: its author, or everybody who signs in. */
public enum StoryState {
    DRAFT,
    PUBLISHED
}
