package dev.blackstart.driver.kubernetes;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.DriverCall;

/** What a drill may do in a cluster, and how it is reverted. */
interface ClusterAction {

    /** As plans write it. */
    String name();

    /** What is missing in its settings, a sentence each. */
    List<String> problems(JsonNode settings);

    String describe(JsonNode settings);

    /** Saves the state before, then changes it. */
    String inject(DriverCall call);

    /** Restores what {@link #inject} has saved; as often as it takes. */
    String restore(JsonNode saved, DriverCall call);

    /** Names by which the hosts of a target cover a part of a namespace. */
    static String named(String part, String namespace) {
        return part + "." + namespace;
    }

}
