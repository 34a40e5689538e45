package dev.blackstart.exercise;

import java.util.List;

/** The life of an exercise: draft → scheduled → running ⇄ paused → ended → closed; draft or scheduled → cancelled. */
public enum ExerciseState {
    DRAFT,
    SCHEDULED,
    RUNNING,
    PAUSED,
    ENDED,
    CLOSED,
    CANCELLED;

    /** States between STARTEX and ENDEX. */
    public static final List<ExerciseState> LIVE = List.of(RUNNING, PAUSED);

    /** States before STARTEX. */
    public static final List<ExerciseState> BEFORE_START = List.of(DRAFT, SCHEDULED);

    /** States after which the clock never runs again. */
    public static final List<ExerciseState> OVER = List.of(ENDED, CLOSED, CANCELLED);

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
        return LIVE.contains(this);
    }

    public boolean isBeforeStart() {
        return BEFORE_START.contains(this);
    }

    /** It was conducted or cancelled; the clock never runs again. */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /** It was conducted, and ENDEX was given. */
    public boolean hasEnded() {
        return this == ENDED || this == CLOSED;
    }

    /** No further state follows. */
    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Findings and notes are taken from running until closed. */
    public boolean takesFindings() {
        return isLive() || this == ENDED;
    }
}
