package dev.blackstart.drills.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be taken at once, over all running exercises of one environment; in percent. */
@ConfigMapping(prefix = "blackstart.blast-radius")
public interface BlastRadiusConfig {

    /** Share of the targets that faults take at most. */
    @WithDefault("10")
    double targets();

    /** Share of the customers who notice at most. */
    @WithDefault("1")
    double customers();

    /** Share of the targets that stays healthy at least. */
    @WithDefault("80")
    double minHealthy();
}
