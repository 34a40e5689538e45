package dev.blackstart.drills.clock;

import java.time.Instant;

/**
 * What a mark says.
 *
 * @param author person key; the platform for alerts and probes
 * @param basis the alert, the probe, or what the person saw; null where they did not say
 * @param how automatic or manual, or null
 * @param path how it was mitigated or recovered, or null
 * @param extent full or degraded for a recovery, or null
 */
public record Mark(DrillClock clock, Instant at, MarkSource source, String author, String basis, String how, String path,
        String extent) {

    /** Whether a later mark of this kind replaces it: the same author, or the same alert or probe. */
    boolean isOfSameVoice(Mark other) {
        return clock == other.clock && source == other.source && author.equals(other.author)
                && (source == MarkSource.PERSON || String.valueOf(basis).equals(String.valueOf(other.basis)));
    }
}
