package dev.blackstart.recurring;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Exercises that come by themselves. */
@ConfigMapping(prefix = "blackstart.recurring")
interface RecurringConfig {

    /**
     * How long after ENDEX one without findings stays open: for the hot wash, and for what a phone without a network still has.
     */
    @WithDefault("PT1H")
    Duration closeAfter();
}
