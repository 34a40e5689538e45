package dev.blackstart.drills.clock;

/** What says that a clock of a drill stopped. */
public enum MarkSource {
    ALERT,
    PROBE,
    PERSON;

    public String key() {
        return name().toLowerCase();
    }

    /** Whether a machine measured it. */
    public boolean isMeasured() {
        return this != PERSON;
    }
}
