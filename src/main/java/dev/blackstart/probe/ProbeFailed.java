package dev.blackstart.probe;

/** There is no measurement. Its message is one sentence for control staff, without secrets. */
public class ProbeFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProbeFailed(String message) {
        super(message);
    }

    public ProbeFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
