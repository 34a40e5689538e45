package dev.blackstart.conduct.engine;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Conducting. */
@ConfigMapping(prefix = "blackstart.conduct")
public interface ConductConfig {

    /** How late something may be released without asking; beyond it the exercise is paused and a controller chooses. */
    @WithDefault("PT30S")
    Duration grace();

    /** How often a replica polls for due work of another one. */
    @WithDefault("PT0.25S")
    Duration pollInterval();

    /** How many exercises are conducted at the same time. */
    @WithDefault("8")
    int threads();
}
