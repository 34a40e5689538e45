package dev.blackstart.planning;

import java.util.List;

/** Something that must be done before an exercise can be closed. A feature adds its own by implementing this. */
public interface CloseCheck {

    /** Its name in the API. */
    String key();

    /** What is still open, each a sentence that says what to do; empty when nothing is. */
    List<String> open(Exercise exercise);
}
