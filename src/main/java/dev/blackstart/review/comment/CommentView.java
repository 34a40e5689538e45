package dev.blackstart.review.comment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A comment as a reader sees it.
 *
 * @param by person key; absent where it is anonymous
 * @param at absent where it is anonymous
 * @param text absent where its author withdrew it
 * @param readers control, roster or published
 * @param state open, answered, taken-up or withdrawn
 * @param mine whether this reader may withdraw it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentView(UUID id, String section, String by, Instant at, boolean anonymous, String text, String readers,
        String state, Answer answer, @JsonIgnore String sectionTitle, @JsonIgnore String readersWords,
        @JsonIgnore String stateWords, @JsonIgnore boolean mine) {

    /** @param by person key */
    public record Answer(String text, String by, Instant at) {
    }

    static CommentView of(ReportComment comment, String reader) {
        boolean withdrawn = comment.state == CommentState.WITHDRAWN;
        boolean anonymous = comment.isAnonymous();
        return new CommentView(comment.id, comment.section, comment.author, anonymous ? null : comment.createdAt, anonymous,
                withdrawn ? null : comment.text, comment.readers.key(), comment.state.key(),
                withdrawn || comment.answer == null ? null
                        : new Answer(comment.answer, comment.answeredBy, comment.answeredAt),
                CommentedSection.title(comment.section), comment.readers.words(), comment.state.words(),
                !withdrawn && reader.equals(comment.author));
    }

    @JsonIgnore
    public boolean isOpen() {
        return state.equals(CommentState.OPEN.key());
    }

    @JsonIgnore
    public boolean isWithdrawn() {
        return state.equals(CommentState.WITHDRAWN.key());
    }
}
