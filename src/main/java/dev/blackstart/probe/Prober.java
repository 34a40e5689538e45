package dev.blackstart.probe;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Measures probes of one type. Being a bean is all it takes to be found. */
public interface Prober {

    /** The type in plans. */
    String type();

    boolean isSwitchedOn();

    /** Why this installation cannot measure a probe, a sentence each; empty where it can. Touches nothing. */
    default List<String> problems(JsonNode probe) {
        return List.of();
    }

    /**
     * Asks the target once. Blocks, outside any transaction.
     *
     * @param timeout after which it gives up
     * @throws ProbeFailed where there was no answer; TargetFailed likewise
     */
    ProbeAnswer ask(JsonNode probe, Duration timeout);
}
