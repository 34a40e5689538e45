package dev.blackstart.review.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.hotwash.HotWashView;
import dev.blackstart.review.draft.ReportDraft.Seat;

/**
 * What is known of the exercise beside its journal.
 *
 * @param plannedStart null where it had none
 * @param roster everybody's places, those that have ended among them
 * @param followup what has become of its findings
 * @param lastMeasured what each probe measured last, in words, by its key
 * @param hotWash what was said right after ENDEX
 * @param asOf the instant the draft tells of
 */
public record ReportFacts(UUID id, int revision, String mode, int speed, String zone, Instant plannedStart, List<Seat> roster,
        FollowupDraft followup, Map<String, String> lastMeasured, HotWashView hotWash, Background background, Instant asOf) {

    public boolean isRehearsal() {
        return "rehearsal".equals(mode);
    }
}
