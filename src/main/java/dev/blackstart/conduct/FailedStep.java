package dev.blackstart.conduct;

/** What of a timeline item the platform could not do. */
public enum FailedStep {
    RELEASE,
    /** Judging an expectation as missed. */
    DEADLINE,
    REVEAL;

    boolean isOf(ItemFailure failure) {
        return failure != null && failure.step == this;
    }

    public String key() {
        return name().toLowerCase();
    }
}
