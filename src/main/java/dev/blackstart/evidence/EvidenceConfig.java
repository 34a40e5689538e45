package dev.blackstart.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one evidence pack may hold. */
@ConfigMapping(prefix = "blackstart.evidence")
public interface EvidenceConfig {

    /** Exercises in the pack of a period; of more a shorter period has to be asked for. */
    @WithDefault("100")
    int mostExercises();

    /** Days of a period, the first and the last included. */
    @WithDefault("366")
    int mostDays();
}
