package dev.blackstart.catalogue.rule;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;

/**
 * What this installation can observe: whoever measures probes or receives alerts says so. Without such a bean it is nothing.
 */
public interface KnownSignals {

    /** Types of probes, as plans write them. */
    default Set<String> probeTypes() {
        return Set.of();
    }

    default boolean receivesAlerts() {
        return false;
    }

    /** What all of them measure. */
    static Set<String> probeTypes(Instance<KnownSignals> signals) {
        return signals.stream().flatMap(one -> one.probeTypes().stream()).collect(Collectors.toSet());
    }

    static boolean receivesAlerts(Instance<KnownSignals> signals) {
        return signals.stream().anyMatch(KnownSignals::receivesAlerts);
    }
}
