package dev.blackstart.review.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;

/**
 * What a reader said about a section. An anonymous comment holds nothing of its author, and the end of the exercise as its
 * time.
 */
@Entity
public class ReportComment extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Key of a section. */
    @NotNull
    public String section;

    /** Person key; null where it is anonymous. */
    public String author;

    @NotNull
    public String text;

    @NotNull
    @Enumerated(EnumType.STRING)
    public CommentReaders readers;

    @NotNull
    @Enumerated(EnumType.STRING)
    public CommentState state = CommentState.OPEN;

    /** Null until somebody answers; a later answer takes its place. */
    public String answer;

    /** Person key. */
    public String answeredBy;

    public Instant answeredAt;

    protected ReportComment() {
    }

    ReportComment(UUID id, UUID exerciseId, String author, CommentEntry entry, CommentReaders readers, Instant at) {
        super(id, at);
        this.exerciseId = exerciseId;
        this.author = author;
        this.section = entry.section();
        this.text = entry.text();
        this.readers = readers;
    }

    boolean isAnonymous() {
        return author == null;
    }

    boolean says(CommentEntry entry, String by) {
        return Objects.equals(author, by) && section.equals(entry.section()) && text.equals(entry.text());
    }

    /** @param to answered or taken up @throws IllegalTransition where its author withdrew it */
    void answer(CommentState to, String words, String by, Instant at) {
        mustNotBeWithdrawn(to);
        state = to;
        answer = words;
        answeredBy = by;
        answeredAt = at;
    }

    /** @throws Problem 403 for everybody but its author, so also for an anonymous one */
    void withdraw(String by) {
        if (!by.equals(author)) {
            throw Problem.forbidden("Only its author withdraws a comment; answer it instead.");
        }
        mustNotBeWithdrawn(CommentState.WITHDRAWN);
        state = CommentState.WITHDRAWN;
    }

    private void mustNotBeWithdrawn(CommentState to) {
        if (state == CommentState.WITHDRAWN) {
            throw new IllegalTransition("The comment", state.key(), to.key(), List.of());
        }
    }
}
