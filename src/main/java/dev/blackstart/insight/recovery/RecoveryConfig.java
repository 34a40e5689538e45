package dev.blackstart.insight.recovery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The constants of the confidence in a recovery; they stand beside each figure. See docs/insight.md. */
@ConfigMapping(prefix = "blackstart.insight.recovery")
public interface RecoveryConfig {

    /** Which quantile of the beta distribution is the confidence. */
    @WithDefault("0.2")
    double quantile();

    /** After this time a success counts half. */
    @WithDefault("P180D")
    Duration halfLife();

    /** A success counts so much for each failover path that was changed since. */
    @WithDefault("0.5")
    double changedFailoverPath();

    /** What successes outside production count at most, all together. */
    @WithDefault("1")
    double mostOutsideProduction();

    /** When a recovery is due to be shown again after it was last proved. */
    @WithDefault("P180D")
    Duration retestAfter();

    Weights weight();

    /** How much one recovery counts: environment × notice × proof. */
    interface Weights {

        @WithDefault("1")
        double production();

        @WithDefault("0.5")
        double staging();

        @WithDefault("0.2")
        double development();

        /** Talked through, not done. */
        @WithDefault("0")
        double talk();

        @WithDefault("1")
        double incident();

        @WithDefault("1")
        double unannounced();

        @WithDefault("0.7")
        double announced();

        /** Measured by a probe or an alert. */
        @WithDefault("1")
        double probe();

        @WithDefault("0.7")
        double person();
    }
}
