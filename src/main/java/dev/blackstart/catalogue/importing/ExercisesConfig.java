package dev.blackstart.catalogue.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where plans as code lie. */
@ConfigMapping(prefix = "blackstart.exercises")
public interface ExercisesConfig {

    /** Its {@code *.yaml} are imported at start; nothing happens where there is no such folder. */
    @WithDefault("exercises")
    String folder();
}
