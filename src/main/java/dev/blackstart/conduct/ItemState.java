package dev.blackstart.conduct;

import java.util.List;

/** What has become of a timeline item. */
public enum ItemState {
    PENDING,
    HELD,
    RELEASED,
    COMPLETED,
    MISSED,
    SKIPPED,
    /** Its deadline fell into an outage: nobody can say. */
    UNJUDGED;

    public String key() {
        return name().toLowerCase();
    }

    public boolean isWaiting() {
        return this == PENDING || this == HELD;
    }

    /** Where a person may move an item from here, as the API names it. */
    public List<String> allowed() {
        return switch (this) {
            case PENDING -> List.of("released", "held", "deferred", "skipped");
            case HELD -> List.of("pending", "released", "deferred", "skipped");
            case RELEASED -> List.of("completed", "missed", "chosen");
            case MISSED, UNJUDGED -> List.of("completed");
            case COMPLETED, SKIPPED -> List.of();
        };
    }
}
