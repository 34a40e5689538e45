package dev.blackstart.review.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * A published copy without its text.
 *
 * @param id of the copy
 * @param at when it was published
 */
public record PublishedTitle(UUID id, UUID exercise, String title, int revision, ReportAudience audience, Instant at) {
}
