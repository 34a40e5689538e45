package dev.blackstart.driver;

/** A call failed, or nobody knows how it ended. Its message is one sentence for control staff, without secrets. */
public class DriverFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the target answered; null where it did not. */
    public final String output;

    public DriverFailed(String message, String output) {
        super(message);
        this.output = output;
    }

    public DriverFailed(String message) {
        this(message, (String) null);
    }

    public DriverFailed(String message, Throwable cause) {
        super(message, cause);
        this.output = null;
    }
}
