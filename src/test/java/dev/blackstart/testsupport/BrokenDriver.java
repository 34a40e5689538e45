package dev.blackstart.testsupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.drills.Driver;

/** Injects, and cannot revert: in the place of a driver whose target is gone. */
@ApplicationScoped
public class BrokenDriver implements Driver {

    @Override
    public String name() {
        return "toxiproxy";
    }

    @Override
    public boolean isSwitchedOn() {
        return true;
    }

    @Override
    public Step inject(JsonNode settings) {
        return Step.DONE;
    }

    @Override
    public Step revert(JsonNode settings) {
        throw new IllegalStateException("The proxy does not answer.");
    }

    @Override
    public String instruction(JsonNode settings) {
        return null;
    }
}
