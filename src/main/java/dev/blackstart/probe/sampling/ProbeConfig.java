package dev.blackstart.probe.sampling;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Measuring probes. */
@ConfigMapping(prefix = "blackstart.probes")
public interface ProbeConfig {

    /** How long one measurement may take; a shorter {@code within} of its tolerance ends it earlier. */
    @WithDefault("PT5S")
    Duration timeout();

    /** How many measurements a replica makes at the same time; one that finds no room counts as outside. */
    @WithDefault("256")
    int threads();

    /** How long a replica may be silent before another one measures its exercises. */
    @WithDefault("PT5S")
    Duration lease();

    /** How long before STARTEX, or before a fault without samples, a measurement counts as now. */
    @WithDefault("PT15S")
    Duration steadyStateAge();
}
