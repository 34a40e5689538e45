package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.probe.sampling.ProbeEvent;
import dev.blackstart.probe.sampling.ProbeEvent.ProbeBreached;
import dev.blackstart.probe.sampling.ProbeEvent.ProbeInside;
import dev.blackstart.review.draft.Measurements.OfProbe;
import dev.blackstart.review.draft.ReportEntry;

/** Probes: how often and how long each was outside its tolerance, what it measured, and while which faults were there. */
public final class ProbeChapter implements Chapter {

    private final PlanDocument plan;
    private final Map<String, String> lastMeasured;
    private final Map<String, List<Stretch>> outside = new LinkedHashMap<>();
    private final Map<String, List<Stretch>> faults = new LinkedHashMap<>();
    private final Map<String, String> messages = new HashMap<>();

    public ProbeChapter(PlanDocument plan, Map<String, String> lastMeasured) {
        this.plan = plan;
        this.lastMeasured = lastMeasured;
        for (JsonNode probe : plan.probes()) {
            outside.put(probe.path("key").asText(), new ArrayList<>());
        }
        plan.drills().forEach(drill -> faults.put(drill.key(), new ArrayList<>()));
    }

    /** @param until null while it lasts */
    private record Stretch(Instant from, Instant until) {

        Instant end(Instant latest) {
            return until != null ? until : latest.isBefore(from) ? from : latest;
        }

        boolean overlaps(Stretch other, Instant latest) {
            return !from.isAfter(other.end(latest)) && !other.from.isAfter(end(latest));
        }
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ProbeEvent probe && outside.containsKey(probe.probe())) {
            if (probe instanceof ProbeBreached breached) {
                outside.get(probe.probe()).add(new Stretch(breached.since(), null));
                messages.put(probe.probe(), breached.message());
            } else if (probe instanceof ProbeInside inside) {
                end(outside.get(probe.probe()), inside.since());
            }
        } else if (told.event() instanceof DrillArmed armed && faults.containsKey(armed.drill())) {
            faults.get(armed.drill()).add(new Stretch(told.at(), null));
        } else if (told.event() instanceof FaultReverted reverted && faults.containsKey(reverted.drill())) {
            end(faults.get(reverted.drill()), told.at());
        }
    }

    private static void end(List<Stretch> stretches, Instant at) {
        int newest = stretches.size() - 1;
        if (newest >= 0 && stretches.get(newest).until() == null) {
            stretches.set(newest, new Stretch(stretches.get(newest).from(), at));
        }
    }

    /** @param latest ENDEX, or until when the report tells */
    public List<OfProbe> probes(Instant latest) {
        return plan.probes().stream().map(planned -> of(planned, latest)).toList();
    }

    private OfProbe of(JsonNode planned, Instant latest) {
        String key = planned.path("key").asText();
        List<Stretch> breaches = outside.get(key);
        Duration total = breaches.stream().map(breach -> Duration.between(breach.from(), breach.end(latest)))
                .reduce(Duration.ZERO, Duration::plus);
        Duration longest = breaches.stream().map(breach -> Duration.between(breach.from(), breach.end(latest)))
                .max(Duration::compareTo).orElse(Duration.ZERO);
        List<String> during = faults.entrySet().stream().filter(fault -> fault.getValue().stream()
                .anyMatch(there -> breaches.stream().anyMatch(breach -> breach.overlaps(there, latest)))).map(Map.Entry::getKey)
                .toList();
        boolean lasts = !breaches.isEmpty() && breaches.get(breaches.size() - 1).until() == null;
        return new OfProbe(key, planned.path("type").asText(), breaches.size(), total, longest, lasts, messages.get(key),
                lastMeasured.get(key), during, during.stream().map(plan::title).toList());
    }
}
