package dev.blackstart.review.comment;

import java.util.UUID;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * A comment as a person sends it.
 *
 * @param id made by the sender, so that sending it twice stores it once; null for none
 * @param section key of a section of the report
 * @param anonymous whether it is kept without its author; null for no
 * @param readers {@code control} or {@code published}: control staff choose; null for control staff alone
 */
public record CommentEntry(UUID id, String section, String text, Boolean anonymous, String readers) {

    /** @throws Problem 422 where it says nothing, or too much */
    CommentEntry checked() {
        TextLimits.reason("text", text, "Say what you see differently, or what is missing.");
        if (section == null || section.isBlank()) {
            throw Problem.invalid("section", "Say which section it is about.");
        }
        return new CommentEntry(id, section.strip(), text.strip().replace("\r\n", "\n"), anonymous, readers);
    }

    boolean isAnonymous() {
        return Boolean.TRUE.equals(anonymous);
    }
}
