package dev.blackstart.drills;

/** What a drill showed of its hypothesis. */
public enum DrillResult {
    PASSED,
    FAILED,
    INCONCLUSIVE;

    /** Its name in the API. */
    public String key() {
        return name().toLowerCase();
    }
}
