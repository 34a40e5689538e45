package dev.blackstart.people;

import java.time.Instant;
import java.util.List;

/** Knows where the directory is wrong about how people are reached. A feature adds what it found by implementing this. */
public interface ReachDoubts {

    /**
     * What this viewer may know of it and nobody has settled yet, the newest first.
     *
     * @param person key; null for everybody
     * @param master whether the viewer is an administrator or a Master of Disaster
     */
    List<Doubt> known(String person, String viewer, boolean master);

    /**
     * A channel that leads to somebody else, or to nobody.
     *
     * @param person key
     * @param right what somebody said is right instead; null where nobody knows
     * @param settle where the viewer says yes or no to that; null where others do
     */
    record Doubt(String person, ContactMethodType channel, String right, Instant at, String settle) {

        /** What came of it. */
        public String words() {
            return switch (channel) {
                case PHONE -> "Wrong number";
                case EMAIL -> "Mail does not arrive";
                case WEBHOOK -> "Wrong chat address";
            };
        }

        /** The field of a form that holds it. */
        public String field() {
            return switch (channel) {
                case PHONE -> "phone";
                case EMAIL -> "email";
                case WEBHOOK -> "chat";
            };
        }
    }
}
