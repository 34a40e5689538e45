package dev.blackstart.review.comment;

import dev.blackstart.problem.Choice;

/** Who reads a comment; control staff always do. */
public enum CommentReaders {
    /** Nobody else. */
    CONTROL,
    /** Everybody of the roster who reads the published report. */
    ROSTER,
    /** Whoever reads the published report. */
    PUBLISHED;

    /** Its name in the API. */
    public String key() {
        return Choice.key(this);
    }

    /** For people, after "for". */
    public String words() {
        return switch (this) {
            case CONTROL -> "control staff";
            case ROSTER -> "the roster";
            case PUBLISHED -> "all readers of the published report";
        };
    }
}
