package dev.blackstart.review.publication;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/**
 * A copy of a report was published. Fired inside the transaction that holds the head row's lock.
 *
 * @param by person key
 */
public record ReportPublished(Exercise exercise, PublishedReport copy, String by, Instant at) {
}
