package dev.blackstart.drills;

import com.fasterxml.jackson.databind.JsonNode;

/** Does something to a target, and takes it back. A subpackage each; being a bean is all it takes to be found. */
public interface Driver {

    /** Its name in plans. */
    String name();

    boolean isSwitchedOn();

    /** @param settings the plan's own object, {@code {"driver": …}} */
    Step inject(JsonNode settings);

    Step revert(JsonNode settings);

    /** What a person has to do for it; null where the driver does everything itself. */
    String instruction(JsonNode settings);

    enum Step {
        DONE,
        /** A controller says when. */
        AWAITS_CONFIRMATION
    }
}
