package dev.blackstart.target;

/**
 * A target could not be reached or did not do what it was asked. Its message is one sentence for control staff, without
 * secrets.
 */
public class TargetFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What had been answered until then, secrets masked; null where nothing was. */
    public final String output;

    public TargetFailed(String message, String output) {
        super(message);
        this.output = output;
    }

    public TargetFailed(String message) {
        this(message, (String) null);
    }

    public TargetFailed(String message, Throwable cause) {
        super(message, cause);
        this.output = null;
    }
}
