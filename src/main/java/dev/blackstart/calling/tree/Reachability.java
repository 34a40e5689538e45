package dev.blackstart.calling.tree;

/** What a walk has to know of people. */
public interface Reachability {

    /** Whether the person has contact data for this channel that was not reported wrong. */
    boolean reaches(String person, String channel);

    /** Out of play by the plan. */
    boolean isAway(String person);
}
