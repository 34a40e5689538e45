package dev.blackstart.drills;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;

/** The plan's own object for a call of a driver. */
public final class AttemptSettings {

    private AttemptSettings() {
    }

    /** Missing where the plan has none. */
    public static JsonNode of(Exercise exercise, Drill drill, DriverAction action) {
        PlanDocument.Drill planned = Faults.planned(exercise, drill);
        JsonNode settings = switch (action) {
            case INJECT -> planned.fault();
            case REVERT, REVERT_AGAIN, DISARM -> planned.revert();
            case OTHERWISE -> planned.otherwise();
        };
        return settings == null ? MissingNode.getInstance() : settings;
    }

    /** What reverts a fault now: once its driver has failed, the plan's fallback where that is done by hand. */
    public static JsonNode revertNow(Drill drill, PlanDocument.Drill planned, Drivers drivers) {
        return drill.state == FaultState.FAILED && planned.otherwise() != null
                && drivers.automatic(planned.otherwise()).isEmpty() ? planned.otherwise() : planned.revert();
    }

    public static Duration timeout(JsonNode settings, Duration byDefault) {
        return settings.hasNonNull("deadline") ? new PlanDuration(settings.get("deadline").asText()).onClock() : byDefault;
    }
}
