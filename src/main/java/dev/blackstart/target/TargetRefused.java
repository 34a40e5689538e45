package dev.blackstart.target;

/** This installation does not do that: nothing was sent and nothing was started. */
public class TargetRefused extends TargetFailed {

    private static final long serialVersionUID = 1L;

    public TargetRefused(String message) {
        super(message);
    }
}
