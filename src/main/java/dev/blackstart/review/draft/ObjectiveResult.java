package dev.blackstart.review.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How an objective was shown.
 *
 * @param target null where the plan sets none
 * @param rating P, S, M, U or not-exercised: the last that was said; null while nobody has rated it
 * @param sentence why, or null
 * @param words how often it was rated
 * @param measured what it took; null where nothing measured it
 * @param differing the last words of other people who rated it otherwise: they are kept side by side
 */
public record ObjectiveResult(String key, String text, String capability, Duration target, String rating, String sentence,
        String ratedBy, Instant ratedAt, int words, Measure measured, List<Rating> differing) {

    /** @param took null where it never came @param words as {@code 1 m 12 s} @param by what measured it */
    public record Measure(Duration took, String words, boolean over, String by) {
    }

    public record Rating(String rating, String sentence, String by, Instant at) {
    }
}
