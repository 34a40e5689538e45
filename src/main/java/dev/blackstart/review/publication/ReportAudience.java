package dev.blackstart.review.publication;

import dev.blackstart.problem.Choice;

/** Who reads a published report. */
public enum ReportAudience {
    /** Everybody of the exercise's roster. */
    ROSTER,
    /** Everybody who signs in. */
    ORGANISATION;

    /** Its name in the API. */
    public String key() {
        return Choice.key(this);
    }
}
