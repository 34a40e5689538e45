package dev.blackstart.driver;

import com.fasterxml.jackson.databind.JsonNode;

/** What a driver writes down while it works. */
public interface CallLog {

    /**
     * The target's state before the fault, which the revert restores. Replaces what was saved before. Returns once it is
     * durable.
     *
     * @throws DriverFailed where it could not be saved: the driver leaves the target untouched
     */
    void save(JsonNode state);
}
