package dev.blackstart.drills;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.rule.KnownSignals;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;

/** What the plan wants measured can be measured here; a guardrail that nothing measures would stop nothing. */
@ApplicationScoped
class ProbesCheck implements GateCheck {

    private final Instance<KnownSignals> signals;

    ProbesCheck(Instance<KnownSignals> signals) {
        this.signals = signals;
    }

    @Override
    public GateKey key() {
        return GateKey.PROBES;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<JsonNode> probes = exercise.plan().probes();
        if (probes.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        Set<String> measured = KnownSignals.probeTypes(signals);
        List<JsonNode> missing = probes.stream().filter(probe -> !measured.contains(probe.path("type").asText())).toList();
        if (missing.isEmpty()) {
            return Answer.PASS;
        }
        boolean guards = missing.stream().anyMatch(probe -> probe.has("guardrail"));
        return Answer.fail("This installation cannot measure %s%s. Take them out of the plan, or watch them by hand."
                .formatted(String.join(", ", missing.stream().map(probe -> probe.path("key").asText()).toList()),
                        guards ? ", so no guardrail stops the exercise" : ""));
    }
}
