package dev.blackstart.review.document;

import dev.blackstart.problem.Problem;

/** Two people edited the same text: 409 with the newest revision; both texts are kept. */
public class SectionConflict extends Problem {

    private static final long serialVersionUID = 1L;

    public final int newest;

    SectionConflict(int newest) {
        super(409, "Changed meanwhile",
                "Somebody else saved this meanwhile. Both texts are below: bring them together in yours, then save.");
        this.newest = newest;
    }
}
