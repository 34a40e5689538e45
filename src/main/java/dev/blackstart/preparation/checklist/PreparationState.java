package dev.blackstart.preparation.checklist;

import java.util.List;

/** How far an item has come: open → started → done → verified by somebody else; blocked from any of the first two. */
public enum PreparationState {
    OPEN,
    STARTED,
    BLOCKED,
    DONE,
    VERIFIED;

    /** Its name in the API. */
    public String key() {
        return name().toLowerCase();
    }

    /** Where it can go from here, as the API names it. */
    List<String> allowed() {
        return switch (this) {
            case OPEN -> List.of("started", "blocked", "done");
            case STARTED -> List.of("blocked", "done");
            case BLOCKED -> List.of("started", "done");
            case DONE -> List.of("started", "verified");
            case VERIFIED -> List.of();
        };
    }

    /** Whether there is still something to do for its team. */
    public boolean isToDo() {
        return this == OPEN || this == STARTED || this == BLOCKED;
    }
}
