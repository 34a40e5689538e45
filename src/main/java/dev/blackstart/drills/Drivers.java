package dev.blackstart.drills;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.rule.KnownDrivers;

/** The drivers that are switched on, by name. */
@ApplicationScoped
public class Drivers implements KnownDrivers {

    private final Map<String, Driver> byName = new TreeMap<>();

    Drivers(Instance<Driver> found) {
        found.stream().filter(Driver::isSwitchedOn).forEach(driver -> byName.put(driver.name(), driver));
    }

    @Override
    public Set<String> switchedOn() {
        return byName.keySet();
    }

    /** What a person has to do for a fault or a revert; null where nobody has to, or where its driver is switched off. */
    public String instruction(JsonNode settings) {
        Driver driver = settings == null ? null : byName.get(settings.path("driver").asText());
        return driver == null ? null : driver.instruction(settings);
    }

    /** @throws IllegalStateException for a driver that is not switched on: the gate lets no such drill through */
    Driver of(JsonNode settings) {
        Driver driver = byName.get(settings.path("driver").asText());
        if (driver == null) {
            throw new IllegalStateException("driver " + settings.path("driver").asText() + " is not switched on");
        }
        return driver;
    }
}
