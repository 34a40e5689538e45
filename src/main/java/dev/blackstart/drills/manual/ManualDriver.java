package dev.blackstart.drills.manual;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.drills.Driver;

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

    @Override
    public Step inject(JsonNode settings) {
        return Step.AWAITS_CONFIRMATION;
    }

    @Override
    public Step revert(JsonNode settings) {
        return Step.AWAITS_CONFIRMATION;
    }

    @Override
    public String instruction(JsonNode settings) {
        return settings.path("instruction").asText("Do it by hand.");
    }
}
