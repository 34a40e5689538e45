package dev.blackstart.exercise;

import java.util.List;
import java.util.Set;

/** The life of an exercise: draft → scheduled → running ⇄ paused → ended → closed; draft or scheduled → cancelled. */
public enum ExerciseState {
    DRAFT,
    SCHEDULED,
    RUNNING,
    PAUSED,
    ENDED,
    CLOSED,
    CANCELLED;

    /** Its name in the API. */
    public String key() {
        return name().toLowerCase();
    }

    /** Where it can go from here, as the API names it. */
    public List<String> allowed() {
        return switch (this) {
            case DRAFT -> List.of("scheduled", "cancelled");
            case SCHEDULED -> List.of("running", "cancelled");
            case RUNNING -> List.of("paused", "ended");
            case PAUSED -> List.of("running", "ended");
            case ENDED -> List.of("closed");
            case CLOSED, CANCELLED -> List.of();
        };
    }

    /** Between STARTEX and ENDEX. */
    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
    }

    public boolean isBeforeStart() {
        return this == DRAFT || this == SCHEDULED;
    }

    /** Findings and notes are taken from running until closed. */
    public boolean takesFindings() {
        return Set.of(RUNNING, PAUSED, ENDED).contains(this);
    }
}
