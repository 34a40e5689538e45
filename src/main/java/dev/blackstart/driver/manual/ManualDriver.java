package dev.blackstart.driver.manual;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.Driver;
import dev.blackstart.driver.TargetSystem;

/** {@code {driver: manual, instruction: …}}: people do it with their own hands and a controller confirms. */
@ApplicationScoped
public class ManualDriver implements Driver {

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public boolean isSwitchedOn() {
        return true;
    }

    /** The person at the target has the revert on the printed sheet. */
    @Override
    public DeadMan deadMan() {
        return DeadMan.TARGET;
    }

    @Override
    public String instruction(JsonNode settings) {
        return settings.path("instruction").asText("Do it by hand.");
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        return List.of("A person does it by hand: " + instruction(settings));
    }
}
