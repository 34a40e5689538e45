package dev.blackstart.people.system;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.Embeddable;

/**
 * When a real incident began and how far people had come; each instant null where nobody said it.
 *
 * @param startedAt when users or systems were first affected
 */
@Embeddable
public record IncidentClocks(Instant startedAt, Instant detectedAt, Instant acknowledgedAt, Instant mitigatedAt,
        Instant recoveredAt) {

    public static final IncidentClocks UNKNOWN = new IncidentClocks(null, null, null, null, null);

    /** The fields of those that lie before an earlier step, each with the step that it contradicts. */
    public Map<String, String> outOfOrder() {
        Map<String, String> flaws = new TreeMap<>();
        String[] names = { "startedAt", "detectedAt", "acknowledgedAt", "mitigatedAt", "recoveredAt" };
        Instant[] instants = { startedAt, detectedAt, acknowledgedAt, mitigatedAt, recoveredAt };
        for (int later = 1; later < instants.length; later++) {
            for (int earlier = 0; earlier < later && instants[later] != null; earlier++) {
                if (instants[earlier] != null && instants[later].isBefore(instants[earlier])) {
                    flaws.putIfAbsent(names[later], names[earlier]);
                }
            }
        }
        return flaws;
    }
}
