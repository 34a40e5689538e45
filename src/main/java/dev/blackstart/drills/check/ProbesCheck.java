package dev.blackstart.drills.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.ExpectedBreach;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.probe.Probers;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.probe.sampling.ProbeConfig;
import dev.blackstart.probe.sampling.ProbeHistory;
import dev.blackstart.probe.sampling.ProbeState;
import dev.blackstart.probe.sampling.SteadyState;
import dev.blackstart.probe.sampling.SteadyState.Measured;

/**
 * What the plan wants measured can be measured here, and its steady state holds now. Before STARTEX it was measured just
 * before;
 * before a fault the samples tell.
 */
@ApplicationScoped
class ProbesCheck implements GateCheck {

    private final Probers probers;
    private final SteadyState steadyState;
    private final ProbeHistory history;
    private final ProbeConfig config;
    private final Clock clock;

    ProbesCheck(Probers probers, SteadyState steadyState, ProbeHistory history, ProbeConfig config, Clock clock) {
        this.probers = probers;
        this.steadyState = steadyState;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public GateKey key() {
        return GateKey.PROBES;
    }

    @Override
    public void prepare(UUID exercise) {
        steadyState.measure(exercise);
    }

    @Override
    public Answer check(Exercise exercise) {
        List<JsonNode> probes = exercise.plan().probes();
        if (probes.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<String> wrong = new ArrayList<>(unmeasured(probes));
        List<JsonNode> steady = measurable(SteadyState.of(exercise));
        if (!steady.isEmpty() && exercise.state.isBeforeStart()) {
            steadyState.measureSoon(exercise.id);
        }
        Map<String, Measured> newest = steadyState.newest(exercise.id);
        steady.forEach(probe -> add(wrong, flawNow(key(probe), newest.get(key(probe)), config.steadyStateAge())));
        return wrong.isEmpty() ? Answer.PASS : Answer.fail(String.join(" ", wrong));
    }

    private List<String> unmeasured(List<JsonNode> probes) {
        List<JsonNode> missing = probes.stream().filter(probe -> !probers.problems(probe).isEmpty()).toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        boolean guards = missing.stream().anyMatch(probe -> probe.has("guardrail"));
        List<String> sentences = new ArrayList<>();
        sentences.add("This installation cannot measure %s%s. Take them out of the plan, or watch them by hand."
                .formatted(String.join(", ", missing.stream().map(ProbesCheck::key).toList()),
                        guards ? ", so no guardrail stops the exercise" : ""));
        missing.stream().flatMap(probe -> probers.problems(probe).stream()).distinct().forEach(sentences::add);
        return sentences;
    }

    private List<JsonNode> measurable(List<JsonNode> probes) {
        return probes.stream().filter(probe -> probers.problems(probe).isEmpty()).toList();
    }

    private String flawNow(String key, Measured last, Duration longest) {
        if (last == null || Duration.between(last.at(), clock.instant()).compareTo(longest) > 0) {
            return "Probe %s has not been measured in the last %d seconds; look again.".formatted(key, longest.toSeconds());
        }
        return last.inside() ? null : "Probe %s is outside its tolerance: %s".formatted(key, last.message());
    }

    private static void add(List<String> wrong, String flaw) {
        if (flaw != null) {
            wrong.add(flaw);
        }
    }

    private static String key(JsonNode probe) {
        return probe.path("key").asText();
    }

    /** Nothing is broken on top of a system that is broken already, unless another drill of this plan is meant to do that. */
    @Override
    public Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        List<JsonNode> steady = SteadyState.of(exercise);
        if (steady.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<String> wrong = new ArrayList<>(unmeasured(steady));
        measurable(steady).forEach(probe -> add(wrong, flawWhileLive(exercise, probe)));
        return wrong.isEmpty() ? Answer.PASS : Answer.fail(String.join(" ", wrong));
    }

    private String flawWhileLive(Exercise exercise, JsonNode planned) {
        Probe probe = Probe.of(exercise.id, key(planned));
        Instant now = clock.instant();
        Instant newest = probe == null ? null : history.newest(probe);
        if (newest == null) {
            return flawNow(key(planned), steadyState.newest(exercise.id).get(key(planned)),
                    config.steadyStateAge().plus(config.steadyStateAge()));
        }
        if (ExpectedBreach.of(planned).map(expected -> expected.tolerates(exercise, probe.changedAt, now)).orElse(false)) {
            return null;
        }
        Duration silence = Duration.between(newest, now);
        if (silence.compareTo(probe.every().plus(config.timeout()).plus(config.lease())) > 0) {
            return "Probe %s has had no sample for %d seconds.".formatted(probe.key, silence.toSeconds());
        }
        return probe.state == ProbeState.INSIDE ? null : "Probe %s is outside its tolerance.".formatted(probe.key);
    }
}
