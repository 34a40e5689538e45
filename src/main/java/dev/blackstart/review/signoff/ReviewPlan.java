package dev.blackstart.review.signoff;

import java.time.Instant;
import java.util.List;

/**
 * What is changed of a review; null leaves it as it is.
 *
 * @param facilitator person key; empty for nobody
 * @param advisor person key; empty for nobody
 * @param minutesSpent of all people together
 * @param checked keys of the moderator's checklist that are done
 */
public record ReviewPlan(String facilitator, String advisor, Instant dueAt, List<AgendaItem> agenda, Integer minutesSpent,
        List<String> checked) {
}
