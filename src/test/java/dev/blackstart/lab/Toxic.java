package dev.blackstart.lab;

import java.util.Map;
import java.util.Set;

/**
 * What a proxy does to what runs through it.
 *
 * @param attributes numbers such as {@code latency} in milliseconds
 */
record Toxic(String name, String type, String stream, double toxicity, Map<String, Long> attributes) {

    static final Set<String> TYPES = Set.of("latency", "timeout", "reset_peer", "bandwidth", "limit_data");

    boolean isOf(String direction) {
        return stream.equals(direction);
    }

    long attribute(String key) {
        return attributes.getOrDefault(key, 0L);
    }
}
