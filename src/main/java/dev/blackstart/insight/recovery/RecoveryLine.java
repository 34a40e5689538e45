package dev.blackstart.insight.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.blackstart.insight.recovery.Confidence.State;
import dev.blackstart.insight.recovery.Evidence.Verdict;

/**
 * How far the recovery of one system from one kind of failure is proved.
 *
 * @param kind of failure; {@code any} for a system of which there is no evidence at all
 * @param evidence in the order in which it happened
 */
public record RecoveryLine(String system, String kind, Confidence confidence, List<Evidence> evidence) {

    public static final String ANY = "any";

    /** What the kind of a real incident begins with; its fault origin follows. */
    static final String INCIDENT = "incident: ";

    public boolean isOfIncidents() {
        return kind.startsWith(INCIDENT);
    }

    public Evidence newest() {
        return evidence.isEmpty() ? null : evidence.get(evidence.size() - 1);
    }

    /** The newest that proved it, or null. */
    public Evidence proved() {
        return evidence.stream().filter(one -> one.verdict() == Verdict.PROVED && one.weight() > 0)
                .reduce((older, newer) -> newer).orElse(null);
    }

    /** {@code unknown}, {@code disproved} or {@code 0.43}. */
    public String words() {
        return confidence.state() == State.PROVED ? number() : confidence.state().name().toLowerCase(Locale.ROOT);
    }

    String number() {
        return String.format(Locale.ROOT, "%.2f", confidence.value());
    }

    /** When it is to be shown again: now unless it was proved and nothing about failing over has changed since. */
    public Instant due(RecoveryConfig rules, Instant now) {
        return confidence.state() != State.PROVED || confidence.changed() > 0 || proved() == null ? now
                : proved().at().plus(rules.retestAfter());
    }
}
