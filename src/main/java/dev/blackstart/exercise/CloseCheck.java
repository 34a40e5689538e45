package dev.blackstart.exercise;

import java.util.List;

/** Something that must be done before an exercise can be closed. A feature adds its own by implementing this. */
public interface CloseCheck {

    /** Its name in the API. */
    String key();

    /** What is still open, each a sentence that says what to do; empty when nothing is. */
    List<String> open(Exercise exercise);

    /** How many things are open. */
    default long count(Exercise exercise) {
        return open(exercise).size();
    }

    /** Whether a reason of whoever closes may stand in for it. */
    default boolean isWaivable() {
        return false;
    }

    /** What is to be done, verb and object: "Triage the findings". */
    String words();

    /** Address of the page where it is done. */
    String href(Exercise exercise);
}
