package dev.blackstart.driver;

import java.util.List;

/**
 * A system that a fault touches.
 *
 * @param hosts names and addresses that belong to it, as plan and directory say
 */
public record TargetSystem(String key, List<String> hosts) {

    public TargetSystem {
        hosts = List.copyOf(hosts);
    }
}
