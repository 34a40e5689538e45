package dev.blackstart.testsupport;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetSystem;

/** Injects, and cannot revert: in the place of a driver whose target is gone. */
@ApplicationScoped
public class BrokenDriver implements AutomaticDriver {

    @Override
    public String name() {
        return "toxiproxy";
    }

    @Override
    public boolean isSwitchedOn() {
        return true;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        return List.of("Does nothing, and cannot be reverted.");
    }

    @Override
    public String inject(DriverCall call) {
        return "injected";
    }

    @Override
    public String revert(DriverCall call) {
        throw new DriverFailed("The proxy does not answer.", (String) null);
    }
}
