package dev.blackstart.review.comment;

import dev.blackstart.problem.Choice;

/** What became of a comment. */
public enum CommentState {
    OPEN,
    /** Answered, and the report stays as it is. */
    ANSWERED,
    /** The report or the follow-up was changed because of it. */
    TAKEN_UP,
    /** By its author. */
    WITHDRAWN;

    /** Its name in the API. */
    public String key() {
        return Choice.key(this);
    }

    public String words() {
        return key().replace('-', ' ');
    }
}
