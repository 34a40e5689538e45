package dev.blackstart.drills.runbook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the steps of runbooks took on the exercise clock: from the step of the same runbook that was recorded before it, or
 * from STARTEX. Tell it each step once, in the order of their first records; a correction does not make a step longer.
 */
public final class StepTimes {

    private final Map<String, Duration> before = new HashMap<>();

    /** @param recorded where the exercise clock was @return what the step took */
    public Duration took(String runbook, Duration recorded) {
        Duration last = before.put(runbook, recorded);
        return last == null ? recorded : recorded.minus(last);
    }
}
