package dev.blackstart.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.live.stream.Streams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Pages and scripts that this replica keeps up to date. */
@ApplicationScoped
class OpenStreamsMeter {

    void register(@Observes StartupEvent event, Streams streams, MeterRegistry registry) {
        Gauge.builder(MeterRegistries.PREFIX + "live.viewers", streams, Streams::count)
                .description("Streams of server-sent events that are open on this replica.").register(registry);
    }
}
