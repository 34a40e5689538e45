package dev.blackstart.catalogue.known;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Which probes this installation can measure: whoever measures says so. Without such a bean it measures none. */
public interface KnownProbes {

    /** Why a probe cannot be measured here, a sentence each; empty where it can. Touches nothing. */
    List<String> problems(JsonNode probe);
}
