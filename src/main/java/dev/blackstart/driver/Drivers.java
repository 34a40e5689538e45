package dev.blackstart.driver;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.known.KnownDrivers;

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

    /** Empty for a driver that is not switched on, and for no settings at all. */
    public Optional<Driver> of(JsonNode settings) {
        return settings == null ? Optional.empty() : Optional.ofNullable(byName.get(settings.path("driver").asText()));
    }

    /** The driver that acts by itself; empty where a person has to, or where it is switched off. */
    public Optional<AutomaticDriver> automatic(JsonNode settings) {
        return of(settings).filter(AutomaticDriver.class::isInstance).map(AutomaticDriver.class::cast);
    }

    /** What a person has to do for a fault or a revert; null where nobody has to, or where its driver is switched off. */
    public String instruction(JsonNode settings) {
        return of(settings).map(driver -> driver.instruction(settings)).orElse(null);
    }
}
