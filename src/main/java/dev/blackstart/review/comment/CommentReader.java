package dev.blackstart.review.comment;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.publication.ReportAudience;

/**
 * Somebody who reads a report, and so its comments.
 *
 * @param title of what they read
 * @param viewer person key
 * @param control reads the report as it is now
 * @param audience of the published copy that they read; null where they read no copy
 * @param written keys of the sections with a text of people, in what they read
 */
public record CommentReader(UUID exercise, String title, String viewer, boolean control, ReportAudience audience,
        Set<String> written) {

    /** Of {@code c}, a comment on {@code :exercise}. A comment on a section that a copy does not have is not shown with it. */
    String visible() {
        if (control) {
            return "c.exerciseId = :exercise";
        }
        return "c.exerciseId = :exercise and " + (audience == ReportAudience.ROSTER ? "c.readers in (ROSTER, PUBLISHED)"
                : "c.readers = PUBLISHED and c.section <> '" + CommentedSection.HOT_WASH + "'");
    }

    /** A copy for the organisation is read by the roster, too, which wrote to itself when the copy before was its own. */
    CommentReaders readersOf(CommentEntry entry) {
        CommentReaders wanted = Choice.of("readers", CommentReaders.class, entry.readers());
        if (control) {
            if (wanted == CommentReaders.ROSTER) {
                throw Problem.invalid("readers", "readers is control or published.");
            }
            return wanted == null ? CommentReaders.CONTROL : wanted;
        }
        if (wanted == CommentReaders.CONTROL) {
            throw Problem.invalid("readers", "Whoever reads the published report comments for its readers.");
        }
        return audience == ReportAudience.ROSTER ? CommentReaders.ROSTER : CommentReaders.PUBLISHED;
    }

    List<CommentedSection> sections() {
        return CommentedSection.all(written).stream()
                .filter(section -> control || audience == ReportAudience.ROSTER
                        || !section.key().equals(CommentedSection.HOT_WASH))
                .toList();
    }

    /** @throws Problem 422 for a section that what they read does not have */
    void mustHave(String section) {
        if (sections().stream().noneMatch(one -> one.key().equals(section))) {
            throw Problem.invalid("section", "The report has no section '%s'.".formatted(section));
        }
    }
}
