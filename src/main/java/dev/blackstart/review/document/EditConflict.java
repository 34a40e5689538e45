package dev.blackstart.review.document;

import dev.blackstart.problem.Problem;

/** Somebody saved another revision since the editor has read theirs: 412 with the newest. */
public class EditConflict extends Problem {

    private static final long serialVersionUID = 1L;

    public EditConflict(int newest) {
        super(412, "Changed meanwhile",
                "Somebody saved revision %d meanwhile. Read it, bring both texts together, and save with its ETag."
                        .formatted(newest));
        with("revision", newest);
    }
}
