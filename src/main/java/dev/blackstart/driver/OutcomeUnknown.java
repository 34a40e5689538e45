package dev.blackstart.driver;

/** Nobody knows whether a call took effect, or will: it ran over its time, or its answer was lost. */
public class OutcomeUnknown extends DriverFailed {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, String output) {
        super(message, output);
    }

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
