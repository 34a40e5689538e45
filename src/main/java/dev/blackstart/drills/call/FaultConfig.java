package dev.blackstart.drills.call;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Calls of drivers. */
@ConfigMapping(prefix = "blackstart.faults")
public interface FaultConfig {

    /** How long a call may take where the plan gives no {@code deadline}. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How long a process that makes a call may be silent before another one ends the call and reverts. */
    @WithDefault("PT5S")
    Duration lease();

    /** How often a process says that it is alive. */
    @WithDefault("PT1S")
    Duration heartbeat();

    /** How often a process looks for calls that another one left behind. */
    @WithDefault("PT0.25S")
    Duration pollInterval();

    /** How long, beyond the plan's {@code verify.for}, a probe may take to show that a revert worked. */
    @WithDefault("PT5M")
    Duration verifyTimeout();

    /** How many calls are made at the same time. */
    @WithDefault("64")
    int threads();
}
