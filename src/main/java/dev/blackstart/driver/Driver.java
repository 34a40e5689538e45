package dev.blackstart.driver;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Brings a fault about and reverts it. A subpackage each; being a bean is all it takes to be found. It is either an
 * {@link AutomaticDriver}, or people do it with their own hands and {@link #instruction} tells them what.
 */
public interface Driver {

    /** Its name in plans. */
    String name();

    boolean isSwitchedOn();

    /** What a person has to do for it; null where the driver does everything itself. */
    default String instruction(JsonNode settings) {
        return null;
    }

    /** What reverts its faults when every replica of the platform is gone. */
    default DeadMan deadMan() {
        return this instanceof TargetDeadMan ? DeadMan.TARGET : DeadMan.PLATFORM;
    }

    /**
     * Why these settings cannot be carried out by this installation, a sentence each; empty where they can. Touches nothing.
     */
    default List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        return List.of();
    }

    /** What it would do, one line per action; secrets stay references. Touches nothing. */
    List<String> describe(JsonNode settings, List<TargetSystem> targets);

    /** Where the revert is armed that happens when nobody asks for it. */
    enum DeadMan {
        /** At the target: it happens even when all replicas are gone and the network is cut. */
        TARGET,
        /** By the platform, which must be alive for it. */
        PLATFORM
    }
}
