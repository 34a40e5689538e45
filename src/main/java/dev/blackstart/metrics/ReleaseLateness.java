package dev.blackstart.metrics;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.blackstart.conduct.engine.ReleasedByClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

/** How late this replica releases what the clock's turn has come to: from the due instant to the commit. */
@Startup
@ApplicationScoped
class ReleaseLateness {

    static final String NAME = "blackstart_release_lateness_seconds";

    private final Clock clock;
    private final Timer lateness;

    ReleaseLateness(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.lateness = Timer.builder(MeterRegistries.PREFIX + "release.lateness")
                .description("From the due instant of an item to the commit of its release, by this replica.")
                .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(15),
                        Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5),
                        Duration.ofSeconds(30))
                .register(registry);
    }

    void released(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleasedByClock released) {
        Duration late = Duration.between(released.dueAt(), clock.instant());
        lateness.record(late.isNegative() ? Duration.ZERO : late);
    }
}
