package dev.blackstart.review.subscription;

import dev.blackstart.problem.Choice;

/** Of which reports somebody wants to hear. */
public enum WantedReports {
    ALL,
    /** Of exercises whose plans belong to certain teams. */
    TEAMS,
    NONE;

    /** Its name in the API. */
    public String key() {
        return Choice.key(this);
    }
}
