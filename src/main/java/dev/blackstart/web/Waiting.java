package dev.blackstart.web;

import java.util.List;

/**
 * Something that waits for one person.
 *
 * @param kind what has to be done: the same word for all of a kind
 * @param text what it is about, as this person may know it
 * @param href where they do it
 */
public record Waiting(String kind, String text, String href) {

    /** So many of a kind are counted. */
    public static final int MOST = 100;

    /**
     * A feature that finds what waits for somebody. It is asked on every page: few queries, with a bound, and nothing that the
     * person may not see.
     */
    public interface Source {

        /** At most {@link #MOST} of each kind. */
        List<Waiting> waitingFor(String person);
    }
}
