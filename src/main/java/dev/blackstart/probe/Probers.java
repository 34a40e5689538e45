package dev.blackstart.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.known.KnownProbes;
import dev.blackstart.target.TargetFailed;
import io.quarkus.logging.Log;

/** Measures probes now, by whatever prober their type has. */
@ApplicationScoped
public class Probers implements KnownProbes {

    private final Map<String, Prober> byType = new TreeMap<>();
    private final Clock clock;

    Probers(Instance<Prober> found, Clock clock) {
        this.clock = clock;
        found.stream().filter(Prober::isSwitchedOn).forEach(prober -> byType.put(prober.type(), prober));
    }

    /** Types that are measured here. */
    public Set<String> types() {
        return byType.keySet();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        Prober prober = byType.get(probe.path("type").asText());
        return prober == null
                ? List.of("This installation does not measure %s probes.".formatted(probe.path("type").asText()))
                : prober.problems(probe);
    }

    /**
     * Measures once and compares with the tolerance. Blocks until there is an answer or the time is over; call it outside any
     * transaction. Never throws: whatever goes wrong is a reading outside its tolerance.
     *
     * @param probe the plan's own object
     */
    public Reading measure(JsonNode probe, Duration timeout) {
        Tolerance tolerance = new Tolerance(probe.path("tolerance"));
        Duration patience = tolerance.within() == null || tolerance.within().compareTo(timeout) > 0 ? timeout
                : tolerance.within();
        Instant at = clock.instant();
        long began = System.nanoTime();
        try {
            List<String> problems = problems(probe);
            if (!problems.isEmpty()) {
                throw new ProbeFailed(String.join(" ", problems));
            }
            ProbeAnswer answer = byType.get(probe.path("type").asText()).ask(probe, patience);
            Duration latency = Duration.ofNanos(System.nanoTime() - began);
            Tolerance.Verdict verdict = tolerance.judge(answer, latency);
            return new Reading(at, verdict.inside(), verdict.value(), latency, verdict.message());
        } catch (ProbeFailed | TargetFailed failed) {
            return noAnswer(at, began, failed.getMessage());
        } catch (RuntimeException unexpected) {
            Log.errorf(unexpected, "Probe %s could not be measured", probe.path("key").asText());
            return noAnswer(at, began, "The measurement failed here; see the server log.");
        }
    }

    private static Reading noAnswer(Instant at, long began, String message) {
        return new Reading(at, false, null, Duration.ofNanos(System.nanoTime() - began), message);
    }
}
