package dev.blackstart.drills.clock;

import java.time.Instant;
import java.util.List;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * A mark as a person sends it.
 *
 * @param at null for now
 * @param basis what they saw, or null
 */
public record MarkForm(String clock, Instant at, String how, String path, String extent, String basis) {

    public static final List<String> HOW = List.of("automatic", "manual");

    /** How a service was brought back; incidents use the same words. */
    public static final List<String> PATHS = List.of("rollback", "failover", "restart", "scaling", "fix-forward", "other");

    public static final List<String> EXTENTS = List.of("full", "degraded");

    /** @throws Problem 422 for a word that is none, or one that does not go with the clock */
    Mark read(String author, Instant now) {
        DrillClock which = DrillClock.of(clock);
        String said = TextLimits.atMost(TextLimits.REASON, "basis", blankToNull(basis));
        Mark mark = new Mark(which, at == null ? now : at, MarkSource.PERSON, author, said, oneOf("how", HOW, how),
                oneOf("path", PATHS, path), oneOf("extent", EXTENTS, extent));
        if (!which.hasPath() && (mark.how() != null || mark.path() != null)) {
            throw Problem.invalid(mark.how() != null ? "how" : "path",
                    "how and path belong to mitigated and recovered; leave them out.");
        }
        if (which != DrillClock.RECOVERED && mark.extent() != null) {
            throw Problem.invalid("extent", "extent belongs to recovered; leave it out.");
        }
        return mark;
    }

    private static String oneOf(String field, List<String> words, String word) {
        String said = blankToNull(word);
        if (said != null && !words.contains(said)) {
            throw Problem.invalid(field, field + " is one of " + String.join(", ", words) + ".");
        }
        return said;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
