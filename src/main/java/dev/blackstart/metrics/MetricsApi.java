package dev.blackstart.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.blackstart.metrics.OperationsFacts.Fact;
import dev.blackstart.security.MonitoringToken;
import dev.blackstart.security.Viewer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Metrics for Prometheus. Monitoring with its token gets all of them. An administrator or Master of Disaster who signs in may
 * play
 * in an exercise nobody told them of: they get numbers of those exercises alone that they see as control staff do, and nothing
 * of the lateness, which counts every release.
 */
@Path("/q/metrics")
public class MetricsApi {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Map<String, String> MEANINGS = Map.of(
            "exercises.live", "Exercises that run or are paused.",
            "faults.active", "Faults that may be there. failed: its revert did not work, a person must revert it.",
            "faults.without.owner", "Calls of drivers whose replica has not said in time that it is alive.",
            "items.failed", "Items that failed and wait for a person.",
            "timeline.overdue.seconds", "How long the most overdue work of a running exercise waits.",
            "outbox.waiting", "Messages that have not left yet.",
            "outbox.age.seconds", "How long the oldest message that has not left waits.");

    private final PrometheusMeterRegistry registry;
    private final OperationsFacts facts;
    private final Viewer viewer;

    MetricsApi(PrometheusMeterRegistry registry, OperationsFacts facts, Viewer viewer) {
        this.registry = registry;
        this.facts = facts;
        this.viewer = viewer;
    }

    /** Prometheus' text format 0.0.4. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({ "admin", "master-of-disaster", MonitoringToken.ROLE })
    @Operation(summary = "Metrics in Prometheus' text format; every name begins with blackstart_")
    public Response scrape() {
        String person = viewer.key();
        PrometheusMeterRegistry now = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        facts.read(person).forEach((name, values) -> register(now, name, values));
        String all = person == null ? registry.scrape(TEXT) : registry.scrape(TEXT, publicNames());
        return Response.ok(all + now.scrape(TEXT)).type(TEXT).build();
    }

    private Set<String> publicNames() {
        Set<String> names = new TreeSet<>();
        registry.getPrometheusRegistry().scrape().forEach(family -> names.add(family.getMetadata().getPrometheusName()));
        names.removeIf(name -> name.startsWith(ReleaseLateness.NAME));
        return names;
    }

    private static void register(PrometheusMeterRegistry registry, String name, List<Fact> values) {
        String label = name.startsWith("outbox") ? "channel" : "state";
        for (Fact fact : values) {
            Gauge.builder(MeterRegistries.PREFIX + name, fact::value).description(MEANINGS.get(name))
                    .tags(fact.label() == null ? Tags.empty() : Tags.of(label, fact.label())).strongReference(true)
                    .register(registry);
        }
    }
}
