package dev.blackstart.catalogue.known;

/**
 * What this installation can hear: whoever receives alerts says so. Without such a bean it is nothing.
 */
public interface KnownSignals {

    boolean receivesAlerts();
}
