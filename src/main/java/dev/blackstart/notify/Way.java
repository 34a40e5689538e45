package dev.blackstart.notify;

/** A way a message reaches a person. Being a bean is all it takes to be found. */
public interface Way {

    /** Its name in plans. */
    String key();

    /** Whether this installation has it, and it reaches this person. */
    boolean reaches(String person);

    /** Whether a message has arrived as soon as it stands in the journal, so that nothing has to carry it. */
    default boolean arrivesByItself() {
        return false;
    }

    /**
     * Sends; called with no transaction open, perhaps more than once for one delivery.
     *
     * @throws DeliveryFailed to be tried again later
     */
    void deliver(Delivery delivery);

    /** A try that failed. */
    class DeliveryFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DeliveryFailed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
