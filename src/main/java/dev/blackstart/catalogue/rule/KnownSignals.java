package dev.blackstart.catalogue.rule;

import java.util.Set;

/**
 * What this installation can observe: whoever measures probes or receives alerts says so. Without such a bean it is nothing.
 */
public interface KnownSignals {

    /** Types of probes, as plans write them. */
    Set<String> probeTypes();

    boolean receivesAlerts();
}
