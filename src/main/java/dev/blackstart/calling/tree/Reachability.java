package dev.blackstart.calling.tree;

/** What a walk has to know of people. */
public interface Reachability {

    /** Whether anything is known by which a channel would reach somebody, and nobody found it wrong. */
    boolean reaches(String person, String channel);

    /** Out of play by the plan. */
    boolean isAway(String person);
}
