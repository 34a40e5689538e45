package dev.blackstart.notify;

import java.time.Duration;
import java.util.Optional;

import dev.blackstart.people.Person;

/** A channel a message reaches a person. Being a bean is all it takes to be found. */
public interface Channel {

    /** Its name in plans. */
    String key();

    /** Whether this installation has it, and it reaches this person. */
    boolean reaches(Person person);

    /** Where it reaches this person, if others may share that place: a letter to several people goes there once. */
    default Optional<String> address(Person person) {
        return Optional.empty();
    }

    /** Whether a message has arrived as soon as it stands in the database, so that nothing has to carry it. */
    default boolean arrivesByItself() {
        return false;
    }

    /**
     * Sends; called with no transaction open, perhaps more than once for one delivery. Comes back in a minute at the latest.
     *
     * @param to as the directory knows this person now
     * @throws DeliveryFailed which tells what may help
     */
    void deliver(Delivery delivery, Person to);

    /** A try that failed, in words that name no address. */
    class DeliveryFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Hope hope;

        /** Not before; null where nobody said. */
        final transient Duration notBefore;

        private DeliveryFailed(String why, Hope hope, Duration notBefore, Throwable cause) {
            super(why, cause);
            this.hope = hope;
            this.notBefore = notBefore;
        }

        /** It will fail the same way again. */
        public static DeliveryFailed forGood(String why) {
            return new DeliveryFailed(why, Hope.NONE, null, null);
        }

        /** It may succeed later. @param notBefore null where nobody said */
        public static DeliveryFailed forNow(String why, Duration notBefore, Throwable cause) {
            return new DeliveryFailed(why, Hope.LATER, notBefore, cause);
        }

        /** Nobody can be reached by this channel at the moment. */
        public static DeliveryFailed channelDown(String why, Throwable cause) {
            return new DeliveryFailed(why, Hope.WAY_DOWN, null, cause);
        }

        /** What may help. */
        enum Hope {
            NONE,
            LATER,
            WAY_DOWN
        }
    }
}
