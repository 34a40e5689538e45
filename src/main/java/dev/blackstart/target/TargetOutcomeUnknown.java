package dev.blackstart.target;

/** A target was asked, and nobody knows whether it did what it was asked: the answer did not come, or not in time. */
public class TargetOutcomeUnknown extends TargetFailed {

    private static final long serialVersionUID = 1L;

    public TargetOutcomeUnknown(String message, String output) {
        super(message, output);
    }

    public TargetOutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
