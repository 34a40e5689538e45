package dev.blackstart.driver.chaostoolkit;

/** An activity could not be carried out; the experiment records it and goes on. */
final class ActivityFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActivityFailed(String message) {
        super(message);
    }
}
